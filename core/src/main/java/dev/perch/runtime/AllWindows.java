package dev.perch.runtime;

import dev.perch.ecs.Wishes;

/** What commands from outside do to all windows of a companion; what opens something is done by one that is to be seen. */
final class AllWindows implements WindowCommands {
    private final Troupe troupe;

    AllWindows(Troupe troupe) {
        this.troupe = troupe;
    }

    private WindowCommands home() {
        return troupe.home().window();
    }

    private WindowCommands seen() {
        return troupe.cast().stream()
                .filter(PetSeat::isWanted)
                .findFirst()
                .orElse(troupe.home())
                .window();
    }

    @Override
    public void tuck() {
        troupe.each(WindowCommands::tuck);
    }

    @Override
    public void wake() {
        troupe.each(WindowCommands::wake);
    }

    @Override
    public void rescue() {
        troupe.each(WindowCommands::rescue);
    }

    @Override
    public void forward() {
        troupe.each(WindowCommands::forward);
    }

    @Override
    public void follow(Wishes wishes) {
        troupe.each(window -> window.follow(wishes));
    }

    @Override
    public void changePet() {
        troupe.each(WindowCommands::changePet);
    }

    @Override
    public void pickPet() {
        seen().pickPet();
    }

    @Override
    public void menu() {
        seen().menu();
    }

    @Override
    public void quit() {
        home().quit();
    }

    @Override
    public boolean isTucked() {
        return home().isTucked();
    }
}
