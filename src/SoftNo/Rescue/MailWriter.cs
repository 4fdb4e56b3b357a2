using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Words;

namespace SoftNo.Rescue;

/// <summary>Writes a mail from its template: of each sentence, the first alternative that gives back nothing of the prospect's own words.</summary>
internal sealed class MailWriter(PlaybookFiles.LetterFile letter)
{
    /// <summary>The mail of a template.</summary>
    /// <param name="template">The variant whose needs are filled.</param>
    /// <param name="slots">The call's words.</param>
    /// <param name="discretion">What must not be given back.</param>
    /// <param name="to">The address, or null.</param>
    /// <param name="used">Receives the slots.</param>
    public Mail Write(MailTemplate template, CallSlots slots, Discretion discretion, string? to, ICollection<Slot> used)
    {
        var subject = Chosen(template.Subjects, slots, text => discretion.Betrays(text), used);
        var body = slots.Fill(letter.Greeting, used);
        for (var sentence = 0; sentence < template.Body.Count; sentence++)
        {
            var before = body + (sentence == 0 ? "\n\n" : "\n");
            body = before + Chosen(template.Body[sentence], slots, text => discretion.Betrays(before + text), used);
        }
        var closing = Chosen(letter.Closing, slots, text => discretion.Betrays($"{body}\n\n{text}"), used);
        return new Mail(to, subject, $"{body}\n\n{closing}\n{slots.Fill("{signature}", used)}\n");
    }

    private static string Chosen(IReadOnlyList<string> alternatives, CallSlots slots, Func<string, bool> betrays, ICollection<Slot> used)
    {
        var chosen = alternatives.FirstOrDefault(text => !betrays(slots.Fill(text, []))) ?? alternatives[^1];
        return slots.Fill(chosen, used);
    }
}
