package dev.perch.pack;

import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Puts the sprites of a sealed pet back into whole cells, as a renderer at 1:1 would show them. */
final class ShownCell {
    private final PetPackage pet;
    private final List<byte[]> pages = new ArrayList<>();

    ShownCell(PetPackage pet) throws IOException {
        this.pet = pet;
        for (Page page : pet.pages()) {
            pages.add(Files.readAllBytes(page.file()));
        }
    }

    /** The cell with that sprite in it, premultiplied RGBA. */
    byte[] of(Sprite sprite) {
        byte[] cell = new byte[pet.cellWidth() * pet.cellHeight() * 4];
        Page page = pet.pages().get(sprite.page());
        for (int y = 0; y < sprite.height(); y++) {
            int from = ((sprite.y() + y) * page.width() + sprite.x()) * 4;
            int to = ((sprite.offsetY() + y) * pet.cellWidth() + sprite.offsetX()) * 4;
            System.arraycopy(pages.get(sprite.page()), from, cell, to, sprite.width() * 4);
        }
        return cell;
    }

    /** A cell of a straight sheet, premultiplied. */
    static byte[] truth(byte[] sheet, int sheetWidth, int cellWidth, int cellHeight, int row, int column) {
        byte[] cell = new byte[cellWidth * cellHeight * 4];
        for (int y = 0; y < cellHeight; y++) {
            for (int x = 0; x < cellWidth; x++) {
                int from = ((row * cellHeight + y) * sheetWidth + column * cellWidth + x) * 4;
                int to = (y * cellWidth + x) * 4;
                int alpha = sheet[from + 3] & 0xff;
                for (int c = 0; c < 3; c++) {
                    cell[to + c] = (byte) Math.round((sheet[from + c] & 0xff) * alpha / 255.0);
                }
                cell[to + 3] = (byte) alpha;
            }
        }
        return cell;
    }
}
