package org.convive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal of an industrial cluster. */
// Beans carry the name of their package too: a module need not know how others call theirs.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Convive {
    public static void main(String[] args) {
        SpringApplication.run(Convive.class, args);
    }
}
