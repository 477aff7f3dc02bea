package dev.perch.runtime.plugin.guard;

import dev.perch.api.DiscoveredPet;
import dev.perch.api.PetDiscoverySource;
import java.nio.file.Path;
import java.util.List;

/** A discovery source of others; after a fault its former answer stands. */
final class GuardedDiscovery implements PetDiscoverySource {
    private final GuardedPlugin plugin;
    private final String id;
    private final String displayName;
    private final List<Path> folders;
    private final PetDiscoverySource own;
    private volatile List<DiscoveredPet> last = List.of();

    GuardedDiscovery(GuardedPlugin plugin, String id, String displayName, List<Path> folders, PetDiscoverySource own) {
        this.plugin = plugin;
        this.id = id;
        this.displayName = displayName;
        this.folders = folders;
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
    public List<Path> folders() {
        return folders;
    }

    @Override
    public List<DiscoveredPet> listPets() {
        try {
            last = plugin.ask("its discovery source " + id, () -> List.copyOf(own.listPets()));
        } catch (PluginFault told) {
            return plugin.isOn() ? last : List.of();
        }
        return last;
    }
}
