package dev.perch.render;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A font that systems ship, by its file names.
 *
 * @param regular the file
 * @param strong the file of its bold weight, or null
 * @param perLanguage whether the file is a collection of Japanese, Korean and Chinese shapes, in Noto's order
 */
record KnownFont(String regular, @Nullable String strong, boolean perLanguage) {
    /* Pan-CJK first, then single languages, then broad and symbol fonts; within a script the newer design first. */
    private static final List<KnownFont> BEST_FIRST = List.of(
            collection("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
            collection("NotoSansCJK-VF.otf.ttc", null),
            font("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf"),
            font("SourceHanSans-Regular.ttc", "SourceHanSans-Bold.ttc"),
            // Windows
            font("segoeui.ttf", "seguisb.ttf"),
            font("YuGothM.ttc", "YuGothB.ttc"),
            font("meiryo.ttc", "meiryob.ttc"),
            font("msyh.ttc", "msyhbd.ttc"),
            font("msjh.ttc", "msjhbd.ttc"),
            font("malgun.ttf", "malgunbd.ttf"),
            font("simsun.ttc", null),
            font("msgothic.ttc", null),
            // macOS
            font("Hiragino Sans GB.ttc", null),
            font("ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc"),
            font("PingFang.ttc", null),
            font("AppleSDGothicNeo.ttc", null),
            // Linux, older or smaller
            font("wqy-microhei.ttc", null),
            font("DroidSansFallbackFull.ttf", null),
            font("DroidSansFallback.ttf", null),
            font("wqy-zenhei.ttc", null),
            font("ipagp.ttf", null),
            font("ipag.ttf", null),
            font("TakaoPGothic.ttf", null),
            font("VL-PGothic-Regular.ttf", null),
            font("NanumGothic.ttf", "NanumGothicBold.ttf"),
            font("UnDotum.ttf", "UnDotumBold.ttf"),
            // Many scripts
            font("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
            font("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
            font("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
            font("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
            font("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
            font("Nirmala.ttf", "NirmalaB.ttf"),
            font("Nirmala.ttc", null),
            font("LeelawUI.ttf", "LeelaUIb.ttf"),
            font("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
            font("Arial Unicode.ttf", null),
            font("FreeSans.ttf", "FreeSansBold.ttf"),
            // Emoji in colour; symbols, and emoji in one colour
            font("NotoColorEmoji.ttf", null),
            font("NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Bold.ttf"),
            font("NotoSansSymbols2-Regular.ttf", null),
            font("NotoEmoji-Regular.ttf", "NotoEmoji-Bold.ttf"),
            font("Symbola.ttf", null),
            font("Symbola_hint.ttf", null),
            font("seguisym.ttf", null),
            font("seguiemj.ttf", null),
            font("Apple Symbols.ttf", null),
            font("unifont.ttf", null));

    private static final Set<String> NAMES = names();

    /** All of them, in the order in which they are asked for a character. */
    static List<KnownFont> bestFirst() {
        return BEST_FIRST;
    }

    /** Whether a file of that name is one of them. */
    static boolean isKnown(String fileName) {
        return NAMES.contains(fileName);
    }

    /** Which font of the file has the user's shapes: Noto's collections hold JP, KR, SC, TC, HK. */
    int index(Locale locale) {
        if (!perLanguage) {
            return 0;
        }
        return switch (locale.getLanguage()) {
            case "ja" -> 0;
            case "ko" -> 1;
            case "zh" -> traditional(locale) ? 3 : 2;
            default -> 2;
        };
    }

    private static boolean traditional(Locale locale) {
        return locale.getScript().equals("Hant") || Set.of("TW", "HK", "MO").contains(locale.getCountry());
    }

    private static KnownFont font(String regular, @Nullable String strong) {
        return new KnownFont(regular, strong, false);
    }

    private static KnownFont collection(String regular, @Nullable String strong) {
        return new KnownFont(regular, strong, true);
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (KnownFont font : BEST_FIRST) {
            names.add(font.regular());
            String strong = font.strong();
            if (strong != null) {
                names.add(strong);
            }
        }
        return Set.copyOf(names);
    }
}
