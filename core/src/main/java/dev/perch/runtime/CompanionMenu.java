package dev.perch.runtime;

import dev.perch.action.ActionDesk;
import dev.perch.action.ActionRequest;
import dev.perch.action.ActionWords;
import dev.perch.action.Dropped;
import dev.perch.action.Grant;
import dev.perch.action.Origin;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Acting;
import dev.perch.model.ActionSpec;
import dev.perch.model.InputToken;
import dev.perch.model.Interactions;
import dev.perch.model.KeyStroke;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The context menu of a companion: the status, the pet's own items, and what the house has for every pet. */
final class CompanionMenu implements HouseMenu {
    private static final List<Integer> WIDTHS = List.of(80, 112, 160, 224);
    private static final List<String> MOTIONS = List.of("system", "on", "off");
    private static final String PERMISSIONS = "permissions:";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());
    private static final int MOST_GRANTS = 8;
    private static final int MOST_SESSIONS = 6;
    private static final int MOST_PETS = 10;

    private final Acting acting;
    private final Supplier<PetPackage> pet;
    private final Supplier<List<OverlayNotification>> told;
    private final IntSupplier width;
    private final Runnable tuck;
    private final CardPages cards;
    private MenuChoices choices = MenuChoices.NONE;
    private Supplier<WindowCommands> window = () -> WindowCommands.NONE;
    private Runnable quit = () -> {};
    private Supplier<List<String>> recent = List::of;

    CompanionMenu(
            Acting acting,
            Supplier<PetPackage> pet,
            Supplier<List<OverlayNotification>> told,
            IntSupplier width,
            Runnable tuck,
            CardPages cards) {
        this.acting = acting;
        this.pet = pet;
        this.told = told;
        this.width = width;
        this.tuck = tuck;
        this.cards = cards;
    }

    /** What it offers from now on, besides what is the pet's own; what it does to the window is done by that one. */
    void offer(MenuChoices house, Supplier<WindowCommands> doer, Runnable quitting) {
        choices = house;
        window = doer;
        quit = quitting;
    }

    /** What was done of late, in words, the newest first. */
    void tellOf(Supplier<List<String>> done) {
        recent = done;
    }

    @Override
    public PanelText page(String key) {
        if (CardPages.isPage(key)) {
            return cards.page(key);
        }
        if (key.startsWith(PERMISSIONS)) {
            return permissions(Integer.parseInt(key.substring(PERMISSIONS.length())));
        }
        return switch (key) {
            case "gestures" -> gestures();
            case "pet" -> pets();
            case "size" -> sizes();
            case "motion" -> motions();
            case "activity" -> activity();
            default -> front();
        };
    }

    private PanelText front() {
        List<Item> items = new ArrayList<>();
        for (Interactions.Item own : pet.get().interactions().menu()) {
            items.add(Item.of("own:" + own.action(), own.label()));
        }
        if (!pet.get().interactions().bindings().isEmpty()) {
            items.add(Item.of("page:gestures", "What else it does ›"));
        }
        items.add(new Item("page:" + CardPages.FIRST, "Sessions ›", false, cards.count() > 0, !items.isEmpty()));
        items.add(new Item("page:pet", "Switch pet ›", false, !choices.pets().isEmpty(), false));
        items.add(Item.of("page:size", "Size ›"));
        items.add(Item.of("page:motion", "Reduced motion ›"));
        items.add(Item.of("page:" + PERMISSIONS + 0, "Permissions ›"));
        if (choices.writers().isPresent()) {
            items.add(Item.of("ingress:off", "Let no program write"));
        }
        choices.autostart().ifPresent(on -> items.add(new Item("autostart", "Start when I log in", on, true, false)));
        items.add(new Item("tuck", "Tuck away", false, true, true));
        items.add(Item.of("quit", "Quit"));
        List<Line> lines = new ArrayList<>(sessions());
        choices.writers().ifPresent(count -> lines.add(new Line(writers(count), Tone.NOTE)));
        return new PanelText(pet.get().displayName(), lines, items, 0);
    }

    private static String writers(int connected) {
        String now = connected == 0 ? "none is" : connected == 1 ? "one is" : connected + " are";
        return "Programs may write to your agents; " + now + " connected";
    }

    private PanelText pets() {
        List<Item> items = new ArrayList<>();
        for (String name : choices.pets().stream().limit(MOST_PETS).toList()) {
            items.add(new Item("pet:" + name, name, name.equals(choices.pet()), true, false));
        }
        items.add(new Item("turn:1", "Next", false, true, true));
        items.add(Item.of("turn:-1", "Previous"));
        items.add(Item.of("pick", "See them all …"));
        return under("Switch pet", items);
    }

    /** A line for each session, the most urgent first. */
    private List<Line> sessions() {
        List<OverlayNotification> all = told.get();
        List<Line> lines = new ArrayList<>();
        for (OverlayNotification one : all.stream().limit(MOST_SESSIONS).toList()) {
            String sign = one.text().sign().label();
            String title = one.text().title();
            boolean both = !sign.isEmpty() && !title.isEmpty();
            lines.add(new Line(sign + (both ? ": " : "") + title, Tone.BODY));
        }
        if (all.size() > MOST_SESSIONS) {
            lines.add(new Line(all.size() - MOST_SESSIONS + " more", Tone.NOTE));
        }
        return lines.isEmpty() ? List.of(new Line("Idle", Tone.BODY)) : lines;
    }

    /** What gestures do, for those who have no pointer; what is dropped is given by dropping alone. */
    private PanelText gestures() {
        List<Item> items = new ArrayList<>();
        Interactions declared = pet.get().interactions();
        for (Interactions.Binding binding : declared.bindings()) {
            ActionSpec spec = declared.actions().get(binding.action());
            if (spec != null) {
                items.add(Item.of("own:" + binding.action(), words(binding) + ": " + ActionWords.of(spec)));
            }
        }
        return under("What else it does", items);
    }

    /** Such as {@code Shift + Ctrl + click on the head}. */
    private static String words(Interactions.Binding binding) {
        StringBuilder words = new StringBuilder();
        for (KeyStroke.Modifier held : KeyStroke.Modifier.values()) {
            if (binding.stroke().modifiers().contains(held)) {
                words.append(capital(held.name())).append(" + ");
            }
        }
        String on = binding.on() == Trigger.KEY
                ? binding.stroke().key()
                : binding.on().name().replace('_', '-').toLowerCase(Locale.ROOT);
        words.append(words.isEmpty() ? capital(on) : on);
        return words + (binding.region() == null ? "" : " on the " + binding.region());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private PanelText sizes() {
        List<Item> items = new ArrayList<>();
        for (int one : WIDTHS) {
            items.add(new Item("size:" + one, one + " pixels", one == width.getAsInt(), true, false));
        }
        return under("Size", items);
    }

    private PanelText motions() {
        List<Item> items = new ArrayList<>();
        for (String word : MOTIONS) {
            String label = word.equals("system") ? "As the desktop has it" : capital(word);
            items.add(new Item("motion:" + word, label, word.equals(choices.motion()), true, false));
        }
        return under("Reduced motion", items);
    }

    /** @param from the first of them, the newest is 0 */
    private PanelText permissions(int from) {
        ActionDesk desk = acting.desk();
        List<Grant> grants = desk.permitted();
        List<Item> items = new ArrayList<>();
        for (Grant grant : grants.subList(Math.min(from, grants.size()), Math.min(from + MOST_GRANTS, grants.size()))) {
            items.add(new Item("revoke:" + grant.key().id(), words(grant), false, true, false, null, note(grant)));
        }
        if (grants.size() > from + MOST_GRANTS) {
            items.add(Item.of("page:" + PERMISSIONS + (from + MOST_GRANTS), "Older ones ›"));
        }
        Problem fault = desk.gate().book().fault();
        if (!grants.isEmpty() || fault != null) {
            items.add(new Item(
                    "revokeAll", fault == null ? "Take back all " + grants.size() : "Begin anew", false, true, true));
        }
        String said = grants.isEmpty() ? "Nothing is permitted." : "What you permitted, and what you can take back.";
        items.add(Item.of("page:activity", "Recent activity ›"));
        Line line = fault == null ? new Line(said, Tone.BODY) : new Line(fault.sentence(), Tone.WARNING);
        items.add(new Item("page:", "‹ Back", false, true, true));
        return new PanelText("Permissions", List.of(line), items, 0);
    }

    private static String words(Grant grant) {
        return "Take back: " + grant.key().pet() + " may " + grant.key().action();
    }

    /** Its target, and until when. */
    private static String note(Grant grant) {
        String term = grant.scope() == Grant.Scope.SESSION
                ? "Perch ends"
                : DAY.format(Instant.ofEpochMilli(grant.expiresMillis()));
        return grant.key().target().replace("\n", ", ") + " · until " + term;
    }

    /** The newest lines of the audit. */
    private PanelText activity() {
        List<Line> lines = new ArrayList<>();
        recent.get().forEach(line -> lines.add(new Line(line, Tone.NOTE)));
        if (lines.isEmpty()) {
            lines.add(new Line("Nothing yet.", Tone.BODY));
        }
        return new PanelText("Recent activity", lines, List.of(Item.of("page:" + PERMISSIONS + 0, "‹ Back")), 0);
    }

    private static PanelText under(String title, List<Item> items) {
        items.add(new Item("page:", "‹ Back", false, true, true));
        return new PanelText(title, List.of(), items, 0);
    }

    @Override
    public void choose(String key, InputToken token, long nowNanos) {
        int colon = key.indexOf(':');
        String word = colon < 0 ? key : key.substring(0, colon);
        String rest = key.substring(colon + 1);
        switch (word) {
            case "own" -> ask(rest, token, nowNanos);
            case "card" -> cards.choose(key, token, acting, nowNanos);
            case "pet" -> choices.usePet(rest);
            case "turn" -> choices.turnPet(Integer.parseInt(rest));
            case "size" -> resize(Integer.parseInt(rest));
            case "motion" -> choices.useMotion(rest);
            case "revoke" -> acting.desk().revoke(rest);
            case "revokeAll" -> acting.desk().revokeAll();
            case "ingress" -> choices.shutWritersOut();
            case "autostart" -> choices.toggleAutostart();
            case "tuck" -> tuck.run();
            case "pick" -> window.get().pickPet();
            case "quit" -> quit.run();
            default -> {}
        }
    }

    /** The setting may say that width already, and the wheel have made it another since. */
    private void resize(int petWidth) {
        window.get().setPetWidth(petWidth);
        choices.useWidth(petWidth);
    }

    private void ask(String action, InputToken token, long nowNanos) {
        PetPackage asking = pet.get();
        ActionSpec spec = asking.interactions().actions().get(action);
        if (spec != null) {
            acting.submit(
                    new ActionRequest(Origin.of(asking), action, spec, Trigger.CONTEXT_MENU, token, Dropped.NOTHING),
                    nowNanos);
        }
    }
}
