package org.dpstck.core.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.plan.CaseDefinition;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.plan.CatalogueException;
import org.dpstck.core.plan.Row;

/** Reads the annotations of a suite's cases and lists their rows in an edition. */
public final class CaseScanner {

    private CaseScanner() {}

    /** The cases of a suite in an edition. */
    public static Catalogue scan(Suite suite, Edition edition) {
        var definitions = new ArrayList<CaseDefinition>();
        for (var type : suite.cases()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Case.class))
                    // Reflection promises no order of methods; ids give a stable one.
                    .sorted(Comparator.comparing(
                            method -> method.getAnnotation(Case.class).value()))
                    .map(method -> definition(type, method, edition))
                    .forEach(definitions::add);
        }
        return Catalogue.of(edition, suite.role(), definitions);
    }

    private static CaseDefinition definition(Class<?> type, Method method, Edition edition) {
        var about = method.getAnnotation(Case.class);
        var verifies = method.getAnnotation(Verifies.class);
        if (verifies == null) {
            throw new CatalogueException("case " + about.value() + " does not say what it verifies");
        }
        var needs = method.getAnnotation(Needs.class);
        return new CaseDefinition(
                about.value(),
                about.title(),
                about.stimulus(),
                about.expected(),
                about.fix(),
                List.of(verifies.value()),
                needs == null ? Set.of() : Set.of(needs.value()),
                needs == null ? Set.of() : Set.of(needs.triggers()),
                rows(type, method, edition),
                type.getName(),
                method.getName());
    }

    private static List<Row> rows(Class<?> type, Method method, Edition edition) {
        var rows = method.getAnnotation(Rows.class);
        if (rows == null) {
            return List.of(Row.single());
        }
        try {
            var source = type.getDeclaredMethod(rows.value(), Edition.class);
            source.setAccessible(true);
            return ((Stream<?>) source.invoke(null, edition))
                    .map(Row.class::cast)
                    .toList();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new CatalogueException(
                    "no static method " + type.getSimpleName() + "." + rows.value() + "(Edition) for the rows of "
                            + method.getName(),
                    e);
        } catch (InvocationTargetException e) {
            throw new CatalogueException(
                    "the rows of " + type.getSimpleName() + "." + method.getName() + " fail", e.getCause());
        }
    }
}
