package org.convive.newsletter.ui;

import java.time.Clock;
import org.convive.directory.Pictures;
import org.convive.newsletter.Envelopes;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.IssueDesk;
import org.convive.newsletter.IssueNumbers;
import org.convive.newsletter.KeptBlocks;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Publications;
import org.convive.newsletter.Schedule;
import org.convive.newsletter.Sources;
import org.convive.newsletter.Templates;
import org.convive.newsletter.checks.Approvals;
import org.convive.newsletter.checks.Checks;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.reading.Reading;
import org.convive.newsletter.writing.SampleReaders;
import org.springframework.stereotype.Component;

/** The services a writer's desk works with. */
@Component
record Workshop(
        NewsletterQueries queries,
        NewsletterService newsletter,
        Publications publications,
        IssueDesk desk,
        Sources sources,
        KeptBlocks kept,
        Pictures pictures,
        Checks checks,
        Approvals approvals,
        SampleReaders readers,
        Schedule schedule,
        IssueNumbers numbers,
        IssueAnswers answers,
        Reading reading,
        Envelopes envelopes,
        Templates templates,
        Audiences audiences,
        Clock clock) {}
