package dev.perch.lwjgl3.testkit;

import java.awt.Color;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragSource;
import java.io.File;
import java.util.List;
import javax.swing.JFrame;

/** Another program: a green window of 120x90 pixels in the corner, from which a file can be dragged. The argument is the file. */
public final class FileToDrag {
    /** The window's title. */
    public static final String TITLE = "A file";

    private FileToDrag() {}

    /** Shows it until the process is ended. */
    public static void main(String[] arguments) {
        JFrame frame = new JFrame(TITLE);
        frame.setUndecorated(true);
        frame.setBounds(20, 20, 120, 90);
        frame.getContentPane().setBackground(Color.GREEN.darker());
        DragSource source = DragSource.getDefaultDragSource();
        source.createDefaultDragGestureRecognizer(
                frame.getContentPane(),
                DnDConstants.ACTION_COPY,
                gesture -> gesture.startDrag(null, new OneFile(new File(arguments[0]))));
        frame.setVisible(true);
    }

    private record OneFile(File file) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return List.of(file);
        }
    }
}
