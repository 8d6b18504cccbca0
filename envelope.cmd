@echo off
rem Runs Envelope, and first builds it when the jar is missing or older than its sources. Needs a JDK and Maven.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "JAR=%ROOT%lab\target\envelope.jar"
set "LOCK=%ROOT%target\envelope.lock"
set "LOG=%ROOT%target\envelope-build.log"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  if defined JAVA_HOME (
    echo envelope: JAVA_HOME: %JAVA_HOME% ^(expected: the directory of a JDK 17 or newer^) 1>&2
  ) else (
    echo envelope: no java found ^(expected: a JDK 17 or newer in PATH or JAVA_HOME^) 1>&2
  )
  exit /b 1
)

if exist "%LOCK%" goto :build
call :stale
if not errorlevel 1 goto :run

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo envelope: no mvn found: building needs Maven 3.8.6 or newer 1>&2
  exit /b 1
)
if not exist "%ROOT%target" mkdir "%ROOT%target"
rem One build at a time: the lock is a directory, made in one step; after ten minutes it counts as left behind.
set /a WAITED=0
:lock
mkdir "%LOCK%" 2>nul && goto :locked
if %WAITED%==0 echo envelope: another launch is building, waiting for it 1>&2
if %WAITED% geq 600 rmdir "%LOCK%" 2>nul
set /a WAITED+=1
ping -n 2 127.0.0.1 >nul
goto :lock

:locked
call :stale
if not errorlevel 1 (
  rmdir "%LOCK%"
  goto :run
)
echo envelope: building, this takes a minute the first time 1>&2
pushd "%ROOT%"
call mvn -q -B -DskipTests -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip -pl lab -am package >"%LOG%" 2>&1 <nul
set "FAILED=%ERRORLEVEL%"
popd
rmdir "%LOCK%"
if not "%FAILED%"=="0" (
  type "%LOG%" 1>&2
  del "%JAR%" 2>nul
  echo envelope: the build failed, see above or %LOG% 1>&2
  exit /b 1
)

:run
"%JAVA%" %ENVELOPE_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Sets the error level to 1 when the jar is missing or older than a source.
:stale
if not exist "%JAR%" exit /b 1
powershell -NoProfile -Command "$j=(Get-Item $env:JAR).LastWriteTime; $m='theory','game','proto','client-sdk','server','bots','lab'; Set-Location $env:ROOT; $f=@(Get-Item pom.xml)+($m|%%{Get-Item \"$_\pom.xml\"; Get-ChildItem \"$_\src\main\" -Recurse -ErrorAction SilentlyContinue}); if ($f|?{$_.LastWriteTime -gt $j}) {exit 1} else {exit 0}"
exit /b %ERRORLEVEL%
