package dev.envelope.lab.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Whether a class's package has a package-info with {@code @NullMarked}. */
final class LiveInNullMarkedPackage extends ArchCondition<JavaClass> {
    LiveInNullMarkedPackage() {
        super("live in a package whose package-info is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        String message =
                type.getName() + (marked ? " is in a marked package" : ": package-info with @NullMarked expected");
        events.add(new SimpleConditionEvent(type, marked, message));
    }
}
