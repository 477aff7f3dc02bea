package dev.perch.runtime.plugin;

import dev.perch.anim.ActionVocabulary;
import dev.perch.anim.Repertoire;
import dev.perch.api.ActionCatalog;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationResolver;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.api.PetActionDefinition;
import dev.perch.bridge.ApprovalDesk;
import dev.perch.model.Problem;
import dev.perch.runtime.SystemClock;
import dev.perch.runtime.plugin.guard.Fallible;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What plugins bring to the pets on show.
 *
 * @param repertoire what pets can act out
 * @param notifications says what is told
 * @param layouts makes what says where a window's pet and bubble stand: one for each window, since a plugin is asked behind
 *     its back and its answers are kept for whoever asked
 * @param problems what had to be left out
 */
public record Capabilities(
        Repertoire repertoire,
        NotificationResolver notifications,
        Supplier<LayoutResolver> layouts,
        List<Problem> problems) {
    /** Copies the list. */
    public Capabilities {
        problems = List.copyOf(problems);
    }

    /** Those of all plugins that are installed. Asks each catalog for its words; may block as long as that takes. */
    public static Capabilities of(PetRuntimeRegistry registry) {
        Map<String, List<PetActionDefinition>> catalogs = new LinkedHashMap<>();
        for (Registration<ActionCatalog> catalog : registry.actionCatalogs()) {
            catalogs.put(catalog.id(), catalog.value().listActions());
        }
        List<Registration<LayoutResolver>> layouts = registry.layoutResolvers();
        ActionVocabulary.Reading words = ActionVocabulary.read(catalogs);
        return new Capabilities(
                new Repertoire(words.words(), Registration.values(registry.animationResolvers())),
                chain(registry.notificationResolvers()),
                () -> chain(layouts),
                words.refused());
    }

    /** The sizes that windows begin with. */
    public OverlayViewportDefaults sizes() {
        return layouts.get().defaults();
    }

    /** The first of them; where it may have no answer, the next one has its turn. */
    @SuppressWarnings("unchecked") // a fallible resolver is one of its own kind
    private static <T> T chain(List<Registration<T>> resolvers) {
        T next = resolvers.get(resolvers.size() - 1).value();
        for (int i = resolvers.size() - 2; i >= 0; i--) {
            T resolver = resolvers.get(i).value();
            next = resolver instanceof Fallible<?> fallible ? ((Fallible<T>) fallible).orElse(next) : resolver;
        }
        return next;
    }

    /** Those that Perch itself brings. */
    public static Capabilities builtIn() {
        PetRuntimeRegistry registry = new PetRuntimeRegistry();
        registry.install(new DefaultPlugin(
                new SystemClock(),
                InputStream.nullInputStream(),
                List.of(),
                Path.of("hooks"),
                new ApprovalDesk(token -> false)));
        return of(registry);
    }
}
