package dev.perch.runtime;

import dev.perch.activity.Casting;
import dev.perch.activity.Role;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.model.PetsChoice;
import dev.perch.model.Room;
import dev.perch.place.LineUp;
import dev.perch.place.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** All pets of a companion: the one that is always there, and those of projects or sessions. */
public final class Troupe {
    /** Between two bubbles beside each other, in logical pixels. */
    private static final int GAP = 12;

    private final Casting casting = new Casting(PetsChoice.ONE);
    private final PetSeat home;
    private final Function<Role, PetSeat> maker;
    private List<Role> roles = List.of();
    private volatile List<PetSeat> all;

    Troupe(PetSeat home, Function<Role, PetSeat> maker) {
        this.home = home;
        this.maker = maker;
        all = List.of(home);
    }

    /** Says who has a pet. Render thread. */
    Casting casting() {
        return casting;
    }

    /** The pet that is always there. */
    PetSeat home() {
        return home;
    }

    /** All pets as of the last step, the one that is always there first. Any thread. */
    List<PetSeat> all() {
        return all;
    }

    /** The pets that there are now, the one that is always there first. The same list until it is another. Render thread. */
    public List<PetSeat> cast() {
        if (casting.roles() != roles) {
            roles = casting.roles();
            List<PetSeat> next = new ArrayList<>();
            next.add(home);
            roles.forEach(role -> next.add(seat(role)));
            all = List.copyOf(next);
        }
        return all;
    }

    private PetSeat seat(Role role) {
        return all.stream().filter(seat -> seat.role().equals(role)).findFirst().orElseGet(() -> maker.apply(role));
    }

    boolean wants(PetSeat seat) {
        return seat == home ? casting.needsHome() : all.contains(seat);
    }

    /** Has each pet told of it. Any thread. */
    void tellAll(Function<PetSeat, Arrivals.Event> event) {
        all.forEach(seat -> seat.tell(event.apply(seat)));
    }

    /** Has all their windows do it. Render thread. */
    void each(Consumer<WindowCommands> command) {
        all.forEach(seat -> command.accept(seat.window()));
    }

    /** Where a pet is to stand that nobody has put anywhere: beside the others, as far apart as their bubbles are wide. */
    Spot unplaced(PetSeat seat, Stage stage) {
        Spot first = firstPlace(stage);
        stage.standAt(first);
        Room area = stage.room;
        List<Spot> taken = new ArrayList<>();
        for (PetSeat other : all) {
            Spot feet = other.feet();
            if (other != seat && feet != null && wants(other)) {
                taken.add(feet);
            }
        }
        int width = Math.round((stage.sizes.trayWidth() + GAP) * stage.contentScale);
        return LineUp.free(area, first, width, stage.height - stage.below, taken);
    }

    private Spot firstPlace(Stage stage) {
        Spot feet = home.feet();
        return feet == null ? stage.feet() : feet;
    }
}
