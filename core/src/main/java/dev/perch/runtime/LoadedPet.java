package dev.perch.runtime;

import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A sealed pet with its pages in memory, ready for the render thread.
 *
 * @param pet the package
 * @param pages the pixels of each page, as its file holds them
 */
public record LoadedPet(PetPackage pet, List<ByteBuffer> pages) {

    /**
     * Reads the pages of a pet. Not on the render thread.
     *
     * @throws IOException when a page cannot be read whole
     */
    public static LoadedPet read(PetPackage pet) throws IOException {
        List<ByteBuffer> pages = new ArrayList<>();
        for (Page page : pet.pages()) {
            pages.add(read(page));
        }
        return new LoadedPet(pet, pages);
    }

    private static ByteBuffer read(Page page) throws IOException {
        ByteBuffer pixels =
                ByteBuffer.allocateDirect(page.width() * page.height() * 4).order(ByteOrder.nativeOrder());
        try (FileChannel file = FileChannel.open(page.file())) {
            while (pixels.hasRemaining()) {
                if (file.read(pixels) < 0) {
                    throw new IOException(page.file() + " is shorter than its page");
                }
            }
        }
        return pixels.flip();
    }
}
