package dev.perch.runtime.plugin.guard;

/** A plugin gave no answer: it threw, was late, or is off. Told and counted already. */
final class PluginFault extends Exception {
    private static final long serialVersionUID = 1;

    PluginFault(String what) {
        super(what, null, false, false);
    }
}
