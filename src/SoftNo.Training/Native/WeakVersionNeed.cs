using System.Buffers.Binary;
using System.Text;

namespace SoftNo.Training.Native;

/// <summary>
/// Marks one version that an ELF library needs as weak, so that the loader only warns where the version is missing.
/// Source of the layout: System V gABI and the LSB's "Symbol Versioning" (Elf64_Verneed, Elf64_Vernaux).
/// </summary>
internal static class WeakVersionNeed
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 2;

    /// <summary>Returns how many entries of <paramref name="version"/> were newly marked in a 64-bit little-endian image.</summary>
    public static int Mark(Span<byte> image, string version)
    {
        long sections = BinaryPrimitives.ReadInt64LittleEndian(image[0x28..]);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3A..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3C..]);
        int marked = 0;
        for (int i = 0; i < count; i++)
        {
            Span<byte> section = image.Slice((int)(sections + (long)i * size), size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) != VersionNeedSection)
            {
                continue;
            }

            int link = BinaryPrimitives.ReadInt32LittleEndian(section[0x28..]);
            Span<byte> names = image.Slice((int)(sections + (long)link * size), size);
            marked += MarkSection(image, Offset(section), Offset(names), version);
        }

        return marked;
    }

    private static int Offset(ReadOnlySpan<byte> section) => (int)BinaryPrimitives.ReadInt64LittleEndian(section[0x18..]);

    private static int MarkSection(Span<byte> image, int needs, int names, string version)
    {
        int marked = 0;
        for (int need = needs, nextNeed = 1; nextNeed != 0; need += nextNeed)
        {
            nextNeed = BinaryPrimitives.ReadInt32LittleEndian(image[(need + 12)..]);
            int aux = need + BinaryPrimitives.ReadInt32LittleEndian(image[(need + 8)..]);
            for (int nextAux = 1; nextAux != 0; aux += nextAux)
            {
                nextAux = BinaryPrimitives.ReadInt32LittleEndian(image[(aux + 12)..]);
                int name = names + BinaryPrimitives.ReadInt32LittleEndian(image[(aux + 8)..]);
                ushort flags = BinaryPrimitives.ReadUInt16LittleEndian(image[(aux + 4)..]);
                if (NameAt(image, name) == version && (flags & WeakFlag) == 0)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(image[(aux + 4)..], (ushort)(flags | WeakFlag));
                    marked++;
                }
            }
        }

        return marked;
    }

    private static string NameAt(ReadOnlySpan<byte> image, int offset)
    {
        ReadOnlySpan<byte> rest = image[offset..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }
}
