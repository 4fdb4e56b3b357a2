@echo off
rem SoftNo's command: restores and builds what it needs once, then starts without MSBuild.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
set "SOFTNO_ROOT=%~dp0"
set "SOFTNO_DLL=%~dp0artifacts\softno\SoftNo.Cli.dll"
set "SOFTNO_STAMP=%~dp0artifacts\softno.stamp"
where dotnet >nul 2>nul || (
  echo softno: the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download, then run this again. 1>&2
  exit /b 1
)
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$r=$env:SOFTNO_ROOT; if(-not (Test-Path $env:SOFTNO_DLL) -or -not (Test-Path $env:SOFTNO_STAMP)){exit 1};" ^
  "$t=(Get-Item $env:SOFTNO_STAMP).LastWriteTimeUtc;" ^
  "$p='src\SoftNo','src\SoftNo.Storage','src\SoftNo.Cli','lexicon','models','playbook','samples\formats','Directory.Build.props','Directory.Packages.props','global.json' | ForEach-Object {Join-Path $r $_} | Where-Object {Test-Path $_};" ^
  "if(Get-Item $p | Where-Object {$_.LastWriteTimeUtc -gt $t}){exit 1};" ^
  "if(Get-ChildItem $p -Recurse | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1){exit 1}; exit 0"
if errorlevel 1 (
  echo softno: building once, this takes about a minute... 1>&2
  if not exist "%~dp0artifacts" mkdir "%~dp0artifacts"
  type nul > "%SOFTNO_STAMP%.new"
  for /d %%r in ("%~dp0artifacts\command\obj\SoftNo.Cli\*") do if exist "%%r\R2R" rmdir /s /q "%%r\R2R"
  pushd "%~dp0"
  dotnet publish src\SoftNo.Cli -c Release -v quiet -nodeReuse:false -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=none.lock.json "-p:ArtifactsPath=%~dp0artifacts\command" -o "%~dp0artifacts\softno" --use-current-runtime --self-contained false -p:PublishReadyToRun=true > "%~dp0artifacts\softno-build.log" 2>&1 || dotnet publish src\SoftNo.Cli -c Release -v quiet -nodeReuse:false -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=none.lock.json "-p:ArtifactsPath=%~dp0artifacts\command" -o "%~dp0artifacts\softno" > "%~dp0artifacts\softno-build.log" 2>&1
  if errorlevel 1 (
    type "%~dp0artifacts\softno-build.log" 1>&2
    popd
    exit /b 1
  )
  popd
  move /y "%SOFTNO_STAMP%.new" "%SOFTNO_STAMP%" >nul
)
dotnet exec "%SOFTNO_DLL%" %*
exit /b %errorlevel%
