namespace SoftNo.Training.Network;

/// <summary>Rows of like length that attend together: <paramref name="Rows"/> rows of <paramref name="Length"/> places from <paramref name="Offset"/> on.</summary>
internal readonly record struct Group(int Offset, int Rows, int Length);
