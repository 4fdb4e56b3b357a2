namespace SoftNo.Cues.Listener;

/// <summary>One word piece of a turn: its place in the dictionary, and the source characters it stands for.</summary>
/// <param name="Id">Line of the piece in the dictionary, from 0.</param>
/// <param name="Start">First UTF-16 unit of the turn's text.</param>
/// <param name="End">One past the last UTF-16 unit of the turn's text.</param>
public readonly record struct Piece(int Id, int Start, int End);
