@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts the Ergode workbench on Windows with the Java 25 or newer of JAVA_HOME, or else of PATH.
setlocal
set "JAVA=javaw"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\javaw"
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
start "Ergode" "%JAVA%" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx2g -jar "%LAUNCHER%" -name Ergode %*
