package dev.perch.client;

import java.util.random.RandomGenerator;

/** Three words that a person compares: one of a quarter of a million. */
final class PairingCode {
    private static final String[] WORDS = {
        "amber", "apple", "arrow", "autumn", "badge", "bamboo", "barrel", "basket",
        "beacon", "berry", "branch", "bridge", "bronze", "butter", "button", "candle",
        "canyon", "carpet", "castle", "cherry", "circle", "cloud", "cobalt", "copper",
        "cotton", "desert", "engine", "feather", "forest", "garden", "ginger", "guitar",
        "hammer", "harbor", "island", "jacket", "kettle", "ladder", "lemon", "lantern",
        "magnet", "maple", "marble", "meadow", "mirror", "mountain", "needle", "ocean",
        "orange", "paper", "pepper", "pillow", "planet", "pocket", "rabbit", "ribbon",
        "river", "rocket", "saddle", "silver", "summer", "tunnel", "velvet", "window"
    };

    private PairingCode() {}

    static String next(RandomGenerator random) {
        return word(random) + "-" + word(random) + "-" + word(random);
    }

    private static String word(RandomGenerator random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
