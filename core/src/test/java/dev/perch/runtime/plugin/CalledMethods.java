package dev.perch.runtime.plugin;

import dev.perch.api.ActionCatalog;
import dev.perch.api.AnimationResolver;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationResolver;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.api.PetProvider;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Notes which methods of which interface of the API are called, as {@code provider.listPets}. */
final class CalledMethods {
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(PetPlugin.class, "plugin"),
            Map.entry(PetProvider.class, "provider"),
            Map.entry(AnimationResolver.class, "animation"),
            Map.entry(NotificationResolver.class, "notification"),
            Map.entry(LayoutResolver.class, "layout"),
            Map.entry(ActionCatalog.class, "catalog"),
            Map.entry(CompatiblePetPackageAdapter.class, "adapter"),
            Map.entry(RuntimeSnapshotSourceFactory.class, "factory"),
            Map.entry(RuntimeSnapshotSource.class, "source"),
            Map.entry(PetDiscoverySource.class, "discovery"));

    private final Set<String> called = new ConcurrentSkipListSet<>();

    /** Every method that a plugin may have to answer; a sequence is asked for with and without reduced motion. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        WORDS.forEach((type, word) -> {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("getSequence")) {
                    all.add(word + ".getSequence.true");
                    all.add(word + ".getSequence.false");
                } else if (!method.isSynthetic()) {
                    all.add(word + "." + method.getName());
                }
            }
        });
        return all;
    }

    /** Those that were called so far. */
    Set<String> called() {
        return called;
    }

    /** The same plugin; what it registers, and what that makes, notes its calls too. */
    PetPlugin noting(PetPlugin plugin) {
        return noting(PetPlugin.class, plugin);
    }

    private <T> T noting(Class<T> type, T own) {
        return type.cast(Proxy.newProxyInstance(
                CalledMethods.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (method.getDeclaringClass() == type) {
                        called.add(WORDS.get(type) + "." + name(method, given));
                    }
                    try {
                        return wrapped(method.getReturnType(), method.invoke(own, noting(given)));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private static String name(Method method, Object[] arguments) {
        return method.getName().equals("getSequence") ? "getSequence." + arguments[1] : method.getName();
    }

    /** A plugin is given a host that wraps what it registers. */
    private Object[] noting(Object[] arguments) {
        if (arguments.length == 1 && arguments[0] instanceof PetHostApi host) {
            return new Object[] {
                Proxy.newProxyInstance(
                        CalledMethods.class.getClassLoader(),
                        new Class<?>[] {PetHostApi.class},
                        (proxy, method, given) -> {
                            return method.invoke(host, wrapped(method.getParameterTypes()[0], given[0]));
                        })
            };
        }
        return arguments;
    }

    private <T> Object wrapped(Class<T> type, Object answer) {
        return WORDS.containsKey(type) ? noting(type, type.cast(answer)) : answer;
    }
}
