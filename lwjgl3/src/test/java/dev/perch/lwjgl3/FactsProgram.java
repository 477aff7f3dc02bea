package dev.perch.lwjgl3;

/** Prints what the desktop says of itself. */
final class FactsProgram {
    private FactsProgram() {}

    public static void main(String[] arguments) {
        DesktopFacts.ask(System.getenv()).forEach(System.out::println);
    }
}
