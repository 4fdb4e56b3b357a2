namespace SoftNo.Cues.Moments.Dates;

/// <summary>What a word is written with.</summary>
internal enum WordKind
{
    /// <summary>Letters.</summary>
    Letters,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>One sign: a comma, a slash, a colon.</summary>
    Sign,
}

/// <summary>One word, run of digits or sign. Numbers are taken apart (<c>2:30pm</c> is four), because dates are written in so many ways.</summary>
/// <param name="Text">Lower case, contractions undone (<c>'ll</c>: will).</param>
/// <param name="Start">Its first UTF-16 offset.</param>
/// <param name="End">The offset after its last.</param>
/// <param name="Glued">No white space before it.</param>
/// <param name="Kind">What it is written with.</param>
/// <param name="Capital">Its first letter is a capital.</param>
internal readonly record struct Word(string Text, int Start, int End, bool Glued, WordKind Kind, bool Capital)
{
    public bool IsDigits => Kind == WordKind.Digits;

    public bool IsLetters => Kind == WordKind.Letters;

    public bool IsSign => Kind == WordKind.Sign;
}
