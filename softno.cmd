@echo off
rem SoftNo's command: restores and builds what it needs once, then starts without MSBuild.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
set "SOFTNO_ROOT=%~dp0"
where dotnet >nul 2>nul || (
  echo softno: the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download, then run this again. 1>&2
  exit /b 1
)
call :ready SoftNo.Cli softno softno || exit /b 1
rem The desk is a program of its own, beside the command; who never opens it never builds it.
if /i "%~1"=="serve" set SOFTNO_SERVE=1
if /i "%~1"=="mcp" set SOFTNO_SERVE=1
if /i "%~3"=="serve" if /i "%~1"=="--lang" set SOFTNO_SERVE=1
if /i "%~3"=="mcp" if /i "%~1"=="--lang" set SOFTNO_SERVE=1
if defined SOFTNO_SERVE call :ready SoftNo.Server softno\server softno-server || exit /b 1
dotnet exec "%SOFTNO_ROOT%artifacts\softno\SoftNo.Cli.dll" %*
exit /b %errorlevel%

rem :ready PROJECT FOLDER NAME builds the project where it is stale.
:ready
set "SOFTNO_PROJECT=%~1"
set "SOFTNO_OUT=%SOFTNO_ROOT%artifacts\%~2"
set "SOFTNO_DLL=%SOFTNO_ROOT%artifacts\%~2\%~1.dll"
set "SOFTNO_STAMP=%SOFTNO_ROOT%artifacts\%~3.stamp"
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$r=$env:SOFTNO_ROOT; if(-not (Test-Path $env:SOFTNO_DLL) -or -not (Test-Path $env:SOFTNO_STAMP)){exit 1};" ^
  "$t=(Get-Item $env:SOFTNO_STAMP).LastWriteTimeUtc;" ^
  "$p='src\SoftNo','src\SoftNo.Storage',('src\'+$env:SOFTNO_PROJECT),'lexicon','models','playbook','crm','demo','samples\formats','Directory.Build.props','Directory.Packages.props','global.json' | ForEach-Object {Join-Path $r $_} | Where-Object {Test-Path $_};" ^
  "if(Get-Item $p | Where-Object {$_.LastWriteTimeUtc -gt $t}){exit 1};" ^
  "if(Get-ChildItem $p -Recurse | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1){exit 1}; exit 0"
if not errorlevel 1 exit /b 0
echo softno: building once, this takes about a minute... 1>&2
if not exist "%SOFTNO_ROOT%artifacts" mkdir "%SOFTNO_ROOT%artifacts"
type nul > "%SOFTNO_STAMP%.new"
for /d %%r in ("%SOFTNO_ROOT%artifacts\command\obj\%SOFTNO_PROJECT%\*") do if exist "%%r\R2R" rmdir /s /q "%%r\R2R"
pushd "%SOFTNO_ROOT%"
dotnet publish src\%SOFTNO_PROJECT% -c Release -v quiet -nodeReuse:false -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=none.lock.json "-p:ArtifactsPath=%SOFTNO_ROOT%artifacts\command" -o "%SOFTNO_OUT%" --use-current-runtime --self-contained false -p:PublishReadyToRun=true > "%SOFTNO_ROOT%artifacts\softno-build.log" 2>&1 || dotnet publish src\%SOFTNO_PROJECT% -c Release -v quiet -nodeReuse:false -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=none.lock.json "-p:ArtifactsPath=%SOFTNO_ROOT%artifacts\command" -o "%SOFTNO_OUT%" > "%SOFTNO_ROOT%artifacts\softno-build.log" 2>&1
if errorlevel 1 (
  type "%SOFTNO_ROOT%artifacts\softno-build.log" 1>&2
  popd
  exit /b 1
)
popd
move /y "%SOFTNO_STAMP%.new" "%SOFTNO_STAMP%" >nul
exit /b 0
