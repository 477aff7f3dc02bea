package dev.perch.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** The machine that the figures are of. */
final class Machine {
    private Machine() {}

    static List<String> heading(int runs, int seconds) {
        return List.of(
                "# What Perch costs",
                "",
                "Made by `./perch bench --runs " + runs + " --seconds " + seconds
                        + " --out docs/bench.md`; `./perch bench NAME` measures one of them.",
                "Every figure stands beside another of the same run, for the ratio travels and the figure does not.",
                "",
                String.format(
                        Locale.ROOT,
                        "%s, %d processors, %s %s, load %.1f at the end.",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }
}
