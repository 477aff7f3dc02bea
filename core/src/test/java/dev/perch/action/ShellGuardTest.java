package dev.perch.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command lines hand text to a shell or an interpreter; the words of each are divided by a bar. */
final class ShellGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bin/sh|-c|x",
                "/bin/bash|-lc|x",
                "/usr/bin/fish|--command=x",
                "/usr/bin/python3|-cCODE",
                "/usr/bin/python3.11|-Ic|x",
                "/usr/bin/perl|-ne|print",
                "/usr/bin/perl|-lane|print",
                "/usr/bin/perl5.36|-0777pe|x",
                "/usr/bin/perl|-Mstrict;system(x)",
                "/usr/bin/ruby|-e|x",
                "/usr/bin/node|-pe|x",
                "/usr/bin/node|--eval=x",
                "/usr/bin/deno|eval|x",
                "/usr/bin/php8.2|-r|x",
                "/usr/bin/lua5.4|-e|x",
                "/usr/bin/awk|BEGIN{system(\"x\")}",
                "/usr/bin/gawk|-v|a=1|{ print }",
                "/usr/bin/gawk|-f|lib.awk|-e|x",
                "/usr/bin/timeout|5|sh|-c|x",
                "/usr/bin/nice|/usr/bin/python3|-c|x",
                "/usr/bin/env|A=1|bash|-c|x",
                "/usr/bin/env|-S|sh -c x",
                "/usr/bin/xargs|sh|-c|x",
                "/usr/bin/find|.|-exec|sh|-c|x",
                "/bin/busybox|sh|-c|x",
                "/bin/su|-|me|-c|x",
                "/usr/bin/script|-qc|x",
                "C:\\Windows\\System32\\cmd.exe|/C|x",
                "C:\\Windows\\System32\\cmd.exe|/s/c|x",
                "C:\\x\\powershell.exe|-EncodedCommand|x",
                "C:\\x\\powershell.exe|Get-Process",
                "C:\\x\\npm.cmd|run",
                "/usr/bin/make|a\u001bb"
            })
    void isRefused(String line) {
        assertFalse(ShellGuard.fault(List.of(line.split("\\|", -1))).isEmpty(), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/make|all|-C|dir",
                "/bin/sh|build.sh|all",
                "/bin/bash|-eu|build.sh",
                "/usr/bin/python3|-m|compileall",
                "/usr/bin/python3|-Wonce|tool.py|all",
                "/usr/bin/perl|-Ilib/core|tool.pl",
                "/usr/bin/ruby|-Itest|test/all.rb",
                "/usr/bin/node|--test|server.js",
                "/usr/bin/php|-derror_reporting=0|tool.php",
                "/usr/bin/awk|-f|count.awk|data",
                "/usr/bin/env|A=1|make|all",
                "/usr/bin/timeout|5|make|all",
                "/usr/bin/git|commit|-m|message",
                "/usr/bin/xterm|-e|codex|resume|t-1",
                "C:\\x\\powershell.exe|-ExecutionPolicy|Bypass|-File|x.ps1"
            })
    void isTaken(String line) {
        assertEquals("", ShellGuard.fault(List.of(line.split("\\|", -1))));
    }
}
