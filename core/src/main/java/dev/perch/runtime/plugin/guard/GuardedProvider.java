package dev.perch.runtime.plugin.guard;

import dev.perch.api.PetDefinition;
import dev.perch.api.PetProvider;
import java.util.List;

/** A list of pets of others; after a fault its former answer stands. */
final class GuardedProvider implements PetProvider {
    private final GuardedPlugin plugin;
    private final String id;
    private final String displayName;
    private final PetProvider own;
    private volatile List<PetDefinition> last = List.of();

    GuardedProvider(GuardedPlugin plugin, String id, String displayName, PetProvider own) {
        this.plugin = plugin;
        this.id = id;
        this.displayName = displayName;
        this.own = own;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public List<PetDefinition> listPets() {
        try {
            last = plugin.ask("its pet provider " + id, () -> List.copyOf(own.listPets()));
        } catch (PluginFault told) {
            return plugin.isOn() ? last : List.of();
        }
        return last;
    }
}
