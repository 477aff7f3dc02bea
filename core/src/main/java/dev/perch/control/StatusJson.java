package dev.perch.control;

import dev.perch.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A status as JSON. Keys may be added; none changes its meaning within a protocol. */
public final class StatusJson {
    private StatusJson() {}

    /** The status as a page for people and scripts. */
    public static String page(ControlAnswer answer) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("pid", answer.pid());
        page.put("version", answer.version());
        if (answer.status() != null) {
            page.putAll(tree(answer.status()));
        }
        return JsonTree.page(page);
    }

    static Map<String, Object> tree(StatusView status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("pet", status.pet());
        tree.put("state", status.state());
        tree.put("title", status.title());
        tree.put("sinceMs", status.sinceMillis());
        tree.put("stale", status.stale());
        tree.put("window", tree(status.window()));
        tree.put("pets", status.pets().stream().map(StatusJson::tree).toList());
        tree.put("petsLeftOut", status.petsLeftOut());
        tree.put("problems", status.problems());
        tree.put("sources", status.sources().stream().map(StatusJson::tree).toList());
        tree.put("sourcesLeftOut", status.sourcesLeftOut());
        boolean on = status.writers() != StatusView.INGRESS_OFF;
        tree.put("ingress", on ? "on" : "off");
        tree.put("writers", on ? status.writers() : 0);
        tree.put("queues", tree(status.queues()));
        return tree;
    }

    static @Nullable StatusView read(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> tree)) {
            return null;
        }
        return new StatusView(
                ControlWire.text(tree, "pet"),
                ControlWire.text(tree, "state"),
                ControlWire.text(tree, "title"),
                ControlWire.number(tree, "sinceMs"),
                Boolean.TRUE.equals(tree.get("stale")),
                window(tree.get("window")),
                pets(ControlWire.list(tree, "pets")),
                (int) ControlWire.number(tree, "petsLeftOut"),
                ControlWire.number(tree, "problems"),
                sources(ControlWire.list(tree, "sources")),
                (int) ControlWire.number(tree, "sourcesLeftOut"),
                "on".equals(tree.get("ingress")) ? (int) ControlWire.number(tree, "writers") : StatusView.INGRESS_OFF,
                queues(tree.get("queues")));
    }

    private static StatusView.Queues queues(@Nullable Object value) {
        Map<?, ?> queues = value instanceof Map<?, ?> map ? map : Map.of();
        return new StatusView.Queues(
                (int) ControlWire.number(queues, "snapshots"),
                (int) ControlWire.number(queues, "mostSnapshots"),
                ControlWire.number(queues, "replaced"),
                ControlWire.number(queues, "lost"),
                (int) ControlWire.number(queues, "orders"),
                (int) ControlWire.number(queues, "mostOrders"));
    }

    private static StatusView.Window window(@Nullable Object value) {
        Map<?, ?> window = value instanceof Map<?, ?> map ? map : Map.of();
        return new StatusView.Window(
                (int) ControlWire.number(window, "x"),
                (int) ControlWire.number(window, "y"),
                (int) ControlWire.number(window, "width"),
                (int) ControlWire.number(window, "height"),
                Boolean.TRUE.equals(window.get("tucked")));
    }

    private static List<StatusView.Pet> pets(List<?> list) {
        return list.stream()
                .map(entry -> entry instanceof Map<?, ?> map ? map : Map.of())
                .map(map -> new StatusView.Pet(
                        ControlWire.text(map, "pet"),
                        ControlWire.text(map, "plays"),
                        ControlWire.text(map, "state"),
                        ControlWire.text(map, "title"),
                        Boolean.TRUE.equals(map.get("onScreen")),
                        window(map.get("window"))))
                .toList();
    }

    private static List<StatusView.Source> sources(List<?> list) {
        return list.stream()
                .map(entry -> entry instanceof Map<?, ?> map ? map : Map.of())
                .map(map -> new StatusView.Source(
                        ControlWire.text(map, "id"),
                        ControlWire.text(map, "name"),
                        ControlWire.text(map, "phase"),
                        ControlWire.number(map, "snapshots"),
                        ControlWire.number(map, "problems")))
                .toList();
    }

    private static Map<String, Object> tree(StatusView.Queues queues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("snapshots", queues.snapshots());
        tree.put("mostSnapshots", queues.mostSnapshots());
        tree.put("replaced", queues.replaced());
        tree.put("lost", queues.lost());
        tree.put("orders", queues.orders());
        tree.put("mostOrders", queues.mostOrders());
        return tree;
    }

    private static Map<String, Object> tree(StatusView.Window window) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", window.x());
        tree.put("y", window.y());
        tree.put("width", window.width());
        tree.put("height", window.height());
        tree.put("tucked", window.tucked());
        return tree;
    }

    private static Map<String, Object> tree(StatusView.Pet pet) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("pet", pet.name());
        tree.put("plays", pet.plays());
        tree.put("state", pet.state());
        tree.put("title", pet.title());
        tree.put("onScreen", pet.onScreen());
        tree.put("window", tree(pet.window()));
        return tree;
    }

    private static Map<String, Object> tree(StatusView.Source source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", source.id());
        tree.put("name", source.name());
        tree.put("phase", source.phase());
        tree.put("snapshots", source.snapshots());
        tree.put("problems", source.problems());
        return tree;
    }
}
