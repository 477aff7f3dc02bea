package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Eventually;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class SpareMemoryTest {
    private static final int BYTES = 64 << 20;

    @Test
    void pixelsThatNobodyHoldsAnyMoreAreFreed() {
        long before = direct();
        hold();
        assertTrue(direct() >= before + BYTES, "held: " + direct());
        SpareMemory.giveBack();
        Eventually.await(() -> direct() < before + BYTES, () -> "still " + direct() + " bytes, " + before + " before");
    }

    private static void hold() {
        assertTrue(ByteBuffer.allocateDirect(BYTES).isDirect());
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
