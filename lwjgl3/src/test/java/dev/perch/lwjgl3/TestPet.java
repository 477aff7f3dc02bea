package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.AlphaMask;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import dev.perch.place.Placement;
import dev.perch.place.Spot;
import dev.perch.render.Textures;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/** A pet for tests: a disc with a soft edge below a bar of faint glow. It says what it hears. */
final class TestPet implements WindowContent {
    static final int WIDTH = 200;
    static final int HEIGHT = 220;
    static final int FIRST_COLOUR = 0xe04030;

    private static final int CENTRE_X = 100;
    private static final int CENTRE_Y = 130;
    private static final double RADIUS = 60;
    private static final int GLOW_ALPHA = 40;

    /** The box around its solid pixels. */
    private static final Room INK = new Room(39, 69, 122, 122);

    private final PrintStream said;
    private final SolidRegion region = SolidRegion.of(mask());
    private final Matrix4 projection = new Matrix4().setToOrtho2D(0, 0, WIDTH, HEIGHT);
    private volatile int wishedColour = FIRST_COLOUR;
    private volatile long blinkNanos = Long.MAX_VALUE;
    private volatile int blinks;
    private long nextBlink = Long.MAX_VALUE;
    private int colour;
    private boolean regionTold;
    private boolean drawn;
    private Textures textures;
    private Texture texture;
    private MonitorLayout monitors = MonitorLayout.NONE;
    private int x;
    private int y;
    private int grabX;
    private int grabY;
    private boolean held;

    TestPet(PrintStream said) {
        this.said = said;
    }

    /** The alpha of a pixel of the window, of 255. */
    static int alpha(int x, int y) {
        double edge = RADIUS - Math.hypot(x + 0.5 - CENTRE_X, y + 0.5 - CENTRE_Y);
        int disc = (int) Math.round(255 * Math.max(0, Math.min(1, edge / 4 + 0.5)));
        boolean glow = x >= 20 && x < 180 && y >= 10 && y < 50;
        return Math.max(disc, glow ? GLOW_ALPHA : 0);
    }

    /** A channel of a colour, of 255. */
    static int channel(int rgb, int shift) {
        return rgb >> shift & 0xff;
    }

    private static AlphaMask mask() {
        long[] bits = new long[AlphaMask.words(WIDTH, HEIGHT)];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (alpha(i % WIDTH, i / WIDTH) >= AlphaMask.SOLID_ALPHA) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        return new AlphaMask(WIDTH, HEIGHT, bits);
    }

    private static ByteBuffer paint(int rgb) {
        ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int alpha = alpha(i % WIDTH, i / WIDTH);
            for (int shift = 16; shift >= 0; shift -= 8) {
                pixels.put((byte) Math.round(channel(rgb, shift) * alpha / 255f));
            }
            pixels.put((byte) alpha);
        }
        return pixels.flip();
    }

    void wishColour(int rgb) {
        wishedColour = rgb;
    }

    /** From its next step on it changes its colour that often, each time after a wait. */
    void wishBlinks(int times, long nanos) {
        blinkNanos = nanos;
        blinks = times;
    }

    @Override
    public Room open(MonitorLayout layout) {
        Room area = Objects.requireNonNull(layout.primary()).workArea();
        return new Room(area.right() - 24 - WIDTH, area.bottom() - 24 - HEIGHT, WIDTH, HEIGHT);
    }

    @Override
    public void start(Textures source, WindowControl window) {
        textures = source;
    }

    @Override
    public void monitors(MonitorLayout layout) {
        monitors = layout;
    }

    @Override
    public void contentScale(float scale) {
        said.println("scale " + scale);
    }

    @Override
    public int windowWidth() {
        return WIDTH;
    }

    @Override
    public void fullscreen(List<Room> rooms) {}

    @Override
    public int windowHeight() {
        return HEIGHT;
    }

    @Override
    public void windowAt(int left, int top) {
        x = left;
        y = top;
        said.println("at " + left + " " + top);
    }

    @Override
    public void pointer(PointerEvent event) {
        said.println(event.kind() + " " + event.x() + " " + event.y() + " " + event.button());
        switch (event.kind()) {
            case DOWN -> {
                held = true;
                grabX = event.screenX() - x;
                grabY = event.screenY() - y;
            }
            case MOVE -> drag(event);
            case UP -> {
                drag(event);
                held = false;
            }
            case EXIT -> {}
        }
    }

    private void drag(PointerEvent event) {
        if (held) {
            Spot spot = Placement.dragged(monitors, INK, event.screenX() - grabX, event.screenY() - grabY);
            x = spot.x();
            y = spot.y();
        }
    }

    @Override
    public boolean wantsPointer(long nowNanos) {
        return false;
    }

    @Override
    public void pointerAt(int pointerX, int pointerY, int desktopX, int desktopY, long nowNanos) {}

    @Override
    public boolean step(long nowNanos) {
        blink(nowNanos);
        if (colour == wishedColour) {
            return false;
        }
        colour = wishedColour;
        if (texture == null) {
            texture = textures.create(WIDTH, HEIGHT, paint(colour), false);
        } else {
            textures.update(texture, 0, 0, WIDTH, HEIGHT, paint(colour));
        }
        return true;
    }

    private void blink(long nowNanos) {
        if (blinks > 0 && nextBlink == Long.MAX_VALUE) {
            nextBlink = nowNanos + blinkNanos;
        } else if (nowNanos >= nextBlink) {
            wishedColour ^= 0xffffff;
            int left = blinks - 1;
            blinks = left;
            nextBlink = left == 0 ? Long.MAX_VALUE : nextBlink + blinkNanos;
        }
    }

    @Override
    public long nextWakeNanos() {
        return nextBlink;
    }

    @Override
    public int windowX() {
        return x;
    }

    @Override
    public int windowY() {
        return y;
    }

    @Override
    public boolean onScreen() {
        return true;
    }

    @Override
    public boolean inputRegionChanged() {
        return !regionTold;
    }

    @Override
    public void inputRegion(RegionSink sink) {
        region.tell(sink, 0, 0, 1);
        regionTold = true;
    }

    @Override
    public void draw(Batch batch) {
        batch.setProjectionMatrix(projection);
        batch.begin();
        batch.draw(texture, 0, 0);
        batch.end();
        if (!drawn) {
            drawn = true;
            said.println("drawn");
        }
    }

    @Override
    public void close() {
        texture.dispose();
        said.println("closed");
    }
}
