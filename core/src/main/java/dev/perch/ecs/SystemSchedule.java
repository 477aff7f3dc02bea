package dev.perch.ecs;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.EntitySystem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The systems of a runtime in the order in which they run. The order is this list and nothing else: an engine sorts by
 * priority, and each system's priority is its place here.
 */
public final class SystemSchedule {
    private final List<EntitySystem> systems;

    /** @param systems first to last; each once */
    public SystemSchedule(List<EntitySystem> systems) {
        this.systems = List.copyOf(systems);
    }

    /** Adds all systems to an engine. */
    public void addTo(Engine engine) {
        for (int place = 0; place < systems.size(); place++) {
            systems.get(place).priority = place;
            engine.addSystem(systems.get(place));
        }
    }

    /** The schedule, read aloud: one system a line. */
    public String text() {
        return systems.stream()
                .map(system -> system.getClass().getSimpleName().replace("System", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
