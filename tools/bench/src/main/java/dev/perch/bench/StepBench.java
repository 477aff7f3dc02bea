package dev.perch.bench;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.ecs.Position;
import dev.perch.ecs.Stage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A step of the whole schedule, beside an Ashley engine with as many entities and one system that adds a number. */
@State(Scope.Thread)
public class StepBench {
    private static final long STEP_NANOS = 16_666_667;

    /** How many pets the window has. */
    @Param({"1", "10", "1000"})
    public int pets;

    private PetRuntime runtime;
    private Engine plain;
    private long now;

    /** Shows the pets. */
    @Setup
    public void open() {
        LoadedPet pip = Opened.pip();
        runtime = new PetRuntime(
                RuntimeConfig.DEFAULT, Stage.of(112, 1), Opened::nothing, new RasterTextures(), UiFonts.bundled(), 0);
        plain = new Engine();
        plain.addSystem(new Counting());
        for (int i = 0; i < pets; i++) {
            runtime.show(pip, 0);
            plain.addEntity(new Entity().add(new Position()));
        }
    }

    /** A step one sixtieth of a second later. */
    @Benchmark
    public boolean step() {
        now += STEP_NANOS;
        return runtime.step(now);
    }

    /** The partner. */
    @Benchmark
    public void baselineAshley() {
        plain.update(0);
    }

    private static final class Counting extends IteratingSystem {
        private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

        private Counting() {
            super(Family.all(Position.class).get());
        }

        @Override
        protected void processEntity(Entity entity, float deltaTime) {
            POSITION.get(entity).x++;
        }
    }
}
