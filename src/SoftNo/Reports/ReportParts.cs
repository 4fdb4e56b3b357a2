namespace SoftNo.Reports;

/// <summary>The parts of a reading's page, each as markup in which every text is escaped; empty where there is nothing to show.</summary>
/// <param name="Header">Verdict, title, what it means, who is on which side.</param>
/// <param name="Strip">The call over time.</param>
/// <param name="Rescue">The recommended rescue.</param>
/// <param name="Signals">The three signals, for and against.</param>
/// <param name="Facts">Friction, next step, mirror, declared, the line for the CRM.</param>
/// <param name="Missed">Missed moments.</param>
/// <param name="Others">The other moves.</param>
/// <param name="Warnings">What the reader should know.</param>
/// <param name="Transcript">The words with their cues; empty where the report is masked.</param>
/// <param name="Footer">What read it.</param>
public sealed record ReportParts(
    string Header, string Strip, string Rescue, string Signals, string Facts, string Missed, string Others, string Warnings, string Transcript, string Footer);
