package dev.perch.control;

import java.util.List;

/**
 * How the companion is: one moment of it, for readers on any thread.
 *
 * @param pet the name of the pet that is always there
 * @param state what it acts out; {@code starting} before its first picture
 * @param title what the followed session says, in one line; empty when none is followed
 * @param sinceMillis for how long it has been in that state
 * @param stale whether that may no longer be true
 * @param window where the window of that pet is
 * @param pets all pets there are, that one first
 * @param petsLeftOut how many more there are, which an answer has no room for
 * @param problems how many problems the sources had
 * @param sources what feeds it
 * @param sourcesLeftOut how many more there are, which an answer has no room for
 * @param writers how many programs are connected that may write to agents; {@link #INGRESS_OFF}: none may
 * @param queues what waits in it
 */
public record StatusView(
        String pet,
        String state,
        String title,
        long sinceMillis,
        boolean stale,
        Window window,
        List<Pet> pets,
        int petsLeftOut,
        long problems,
        List<Source> sources,
        int sourcesLeftOut,
        int writers,
        Queues queues) {

    /** In place of a count of writers. */
    public static final int INGRESS_OFF = -1;

    /** Sources that one answer names. */
    public static final int MOST_SOURCES = 8;

    /** Pets that one answer names: as many as there can be. */
    public static final int MOST_PETS = 21;

    private static final int PETS_TITLE_POINTS = 60;
    private static final int NAME_POINTS = 40;
    private static final int PET_POINTS = 64;
    private static final int TITLE_POINTS = 200;

    /** Cuts what is longer than an answer has room for. */
    public StatusView {
        pet = cut(pet, PET_POINTS);
        title = cut(title, TITLE_POINTS);
        petsLeftOut += Math.max(0, pets.size() - MOST_PETS);
        pets = List.copyOf(pets.subList(0, Math.min(pets.size(), MOST_PETS)));
        sourcesLeftOut += Math.max(0, sources.size() - MOST_SOURCES);
        sources = List.copyOf(sources.subList(0, Math.min(sources.size(), MOST_SOURCES)));
    }

    /**
     * How full its queues are; none can grow beyond its bound.
     *
     * @param snapshots sessions whose state waits for the next step
     * @param mostSnapshots so many can
     * @param replaced states that a later one replaced before they were looked at
     * @param lost states that found no room
     * @param orders of programs that wait for the disk
     * @param mostOrders so many can; 0 while the ingress is off
     */
    public record Queues(int snapshots, int mostSnapshots, long replaced, long lost, int orders, int mostOrders) {}

    /**
     * A window on the desktop, in pixels from the top left.
     *
     * @param tucked whether it is off the screen by the user's wish
     */
    public record Window(int x, int y, int width, int height, boolean tucked) {}

    /**
     * One pet.
     *
     * @param name its name
     * @param plays what it is there for, such as the name of a project; empty for the one that is always there
     * @param state what it acts out
     * @param title what the session says that it follows; empty when it follows none
     * @param onScreen whether it is to be seen: the one that is always there goes off the screen while others have all to tell
     * @param window where its window is
     */
    public record Pet(String name, String plays, String state, String title, boolean onScreen, Window window) {
        /** Cuts what is longer than an answer has room for. */
        public Pet {
            name = cut(name, NAME_POINTS);
            plays = cut(plays, NAME_POINTS);
            title = cut(title, PETS_TITLE_POINTS);
        }
    }

    /**
     * One source.
     *
     * @param id its name among all
     * @param name what the user reads
     * @param phase {@code running}, {@code ended}, {@code failed} or {@code stopped}
     * @param snapshots how many it sent
     * @param problems how many it told
     */
    public record Source(String id, String name, String phase, long snapshots, long problems) {
        /** Cuts what is longer than an answer has room for. */
        public Source {
            name = cut(name, NAME_POINTS);
        }
    }

    private static String cut(String text, int points) {
        return text.codePointCount(0, text.length()) <= points
                ? text
                : text.substring(0, text.offsetByCodePoints(0, points - 1)) + "…";
    }
}
