package dev.perch.lwjgl3.testkit;

import java.awt.Color;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragSource;
import java.awt.dnd.DragSourceAdapter;
import java.awt.dnd.DragSourceDragEvent;
import java.awt.dnd.DragSourceDropEvent;
import java.io.File;
import java.util.List;
import javax.swing.JFrame;

/**
 * Another program: a green window of 120x90 pixels in the corner, from which a file or a text can be dragged. The arguments
 * are {@code file} or {@code text}, and what. It says when a drag {@link #BEGINS}, when somebody {@link #WELCOMES} it, and how
 * it {@link #ENDS}.
 */
public final class ThingToDrag {
    /** The window's title. */
    public static final String TITLE = "A thing";

    /** The pointer has moved far enough. */
    public static final String BEGINS = "begins";

    /** A window under the pointer takes what is dragged; let go before that, a drag comes to nothing. */
    public static final String WELCOMES = "welcome";

    /** And then whether it was taken. */
    public static final String ENDS = "ends ";

    private ThingToDrag() {}

    /** Shows it until the process is ended. */
    public static void main(String[] arguments) {
        Transferable thing =
                arguments[0].equals("file") ? new OneFile(new File(arguments[1])) : new StringSelection(arguments[1]);
        JFrame frame = new JFrame(TITLE);
        frame.setUndecorated(true);
        frame.setBounds(20, 20, 120, 90);
        frame.getContentPane().setBackground(Color.GREEN.darker());
        DragSource source = DragSource.getDefaultDragSource();
        source.createDefaultDragGestureRecognizer(frame.getContentPane(), DnDConstants.ACTION_COPY, gesture -> {
            gesture.startDrag(null, thing, new Told());
            System.out.println(BEGINS);
        });
        frame.setVisible(true);
    }

    private static final class Told extends DragSourceAdapter {
        @Override
        public void dragEnter(DragSourceDragEvent event) {
            System.out.println(WELCOMES);
        }

        @Override
        public void dragDropEnd(DragSourceDropEvent event) {
            System.out.println(ENDS + event.getDropSuccess());
        }
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
