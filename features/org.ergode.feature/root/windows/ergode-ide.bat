@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts the Ergode workbench on Windows with the Java 25 or newer of JAVA_HOME, or else of PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "OPTIONS=--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Xmx2g"
"%JAVA%" %OPTIONS% -version >nul 2>&1
if errorlevel 1 (
  echo ergode-ide: no Java 25 or newer found: install one, or set JAVA_HOME
  pause
  exit /b 3
)
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
start "Ergode" "%JAVA%w" %OPTIONS% -jar "%LAUNCHER%" -name Ergode %*
