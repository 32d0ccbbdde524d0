package org.convive;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void everyModuleDependsOnlyOnWhatItSays() {
        ApplicationModules.of(Convive.class).verify();
    }
}
