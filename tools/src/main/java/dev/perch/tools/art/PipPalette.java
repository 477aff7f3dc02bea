package dev.perch.tools.art;

/** Pip's colours, straight ARGB. */
final class PipPalette {

    static final int LINE = 0xFF2B1A3F;
    static final int RIM = 0x8CFFF4E2;

    static final int BLUE_LIGHT = 0xFF6DB4F2;
    static final int BLUE = 0xFF3478D0;
    static final int BLUE_DARK = 0xFF234E9E;
    static final int BLUE_DEEP = 0xFF1A2F6B;
    static final int SKY = 0xFFA9DBFF;

    static final int CORAL_LIGHT = 0xFFFFA273;
    static final int CORAL = 0xFFF76F45;
    static final int CORAL_DARK = 0xFFCB4334;

    static final int CREAM_LIGHT = 0xFFFFFAEC;
    static final int CREAM = 0xFFFFEFD0;
    static final int CREAM_DARK = 0xFFE3BC92;

    static final int GOLD_LIGHT = 0xFFFFE583;
    static final int GOLD = 0xFFFFBF34;
    static final int GOLD_DARK = 0xFFDB8119;

    static final int EYE_DARK = 0xFF20142E;
    static final int IRIS = 0xFF6B3A2A;
    static final int MOUTH = 0xFF7A1F33;

    static final int GLOW = 0xFF9DF3FF;

    private PipPalette() {}
}
