@echo off
rem Builds everything without a warning and runs every test.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set TESTINGPLATFORM_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
pushd "%~dp0"
if exist artifacts\tests rmdir /s /q artifacts\tests
mkdir artifacts\tests
dotnet build SoftNo.slnx -c Release -v quiet -warnaserror -nodeReuse:false || goto failed
for /d %%p in (tests\*.Tests) do (
  echo test: %%~nxp
  dotnet exec artifacts\bin\%%~nxp\release\%%~nxp.dll -result-xml artifacts\tests\%%~nxp.xml -noLogo > artifacts\tests\%%~nxp.log 2>&1
  if errorlevel 1 type artifacts\tests\%%~nxp.log
)
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$x = Get-ChildItem artifacts\tests\*.xml | ForEach-Object {[xml](Get-Content -Raw -Encoding UTF8 $_)};" ^
  "$lost = (Get-ChildItem tests -Directory -Filter *.Tests).Count - @($x).Count;" ^
  "$a = $x.SelectNodes('//assembly'); $p=0; $f=$lost; $s=0;" ^
  "foreach($n in $a){$p+=[int]$n.passed; $f+=[int]$n.failed+[int]$n.errors; $s+=[int]$n.skipped+[int]$n.GetAttribute('not-run')};" ^
  "foreach($n in $x.SelectNodes('//test')){if($n.result -eq 'Skip'){Write-Output ('skipped: '+$n.name+': '+$n.reason.InnerText)}};" ^
  "Write-Output ('{0} passed, {1} failed, {2} skipped' -f $p,$f,$s); if($f -gt 0 -or $p -eq 0){exit 1}"
set code=%errorlevel%
popd
exit /b %code%
:failed
popd
exit /b 1
