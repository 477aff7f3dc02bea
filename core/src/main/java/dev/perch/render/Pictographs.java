package dev.perch.render;

/** Which characters are shown in colour unless somebody asks otherwise. */
final class Pictographs {
    /** Those of Unicode's Emoji_Presentation under U+1F000 (emoji-data 15.1), each with the end of its run. */
    private static final String RUNS = "\u231A\u231B\u23E9\u23EC\u23F0\u23F0\u23F3\u23F3\u25FD\u25FE\u2614\u2615"
            + "\u2648\u2653\u267F\u267F\u2693\u2693\u26A1\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26CE"
            + "\u26D4\u26D4\u26EA\u26EA\u26F2\u26F3\u26F5\u26F5\u26FA\u26FA\u26FD\u26FD\u2705\u2705\u270A\u270B"
            + "\u2728\u2728\u274C\u274C\u274E\u274E\u2753\u2755\u2757\u2757\u2795\u2797\u27B0\u27B0\u27BF\u27BF"
            + "\u2B1B\u2B1C\u2B50\u2B50\u2B55\u2B55";

    private Pictographs() {}

    /** Whether that character is one. */
    static boolean areColoured(int codePoint) {
        if (codePoint >= 0x1F000) {
            return codePoint <= 0x1FAFF;
        }
        for (int i = 0; i < RUNS.length(); i += 2) {
            if (codePoint >= RUNS.charAt(i) && codePoint <= RUNS.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
