using System.Collections.Generic;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// Counts the values and structures in DER or BER, and how deep they lie, without building any. What is damaged is counted up to the
/// damage; the parser refuses it.
/// </summary>
internal readonly struct DerMeter
{
    private const int Constructed = 0x20;
    private const int LongTag = 0x1F;
    private const int Indefinite = 0x80;

    private DerMeter(int elements, bool isTooMany, bool isTooDeep)
    {
        Elements = elements;
        IsTooMany = isTooMany;
        IsTooDeep = isTooDeep;
    }

    /// <summary>How many there are; no more than one above the limit.</summary>
    public int Elements { get; }

    public bool IsTooMany { get; }

    public bool IsTooDeep { get; }

    public static DerMeter Measure(byte[] encoded, int mostElements, int mostDepth)
    {
        Stack<int> ends = new();
        int at = 0;
        int count = 0;
        while (at < encoded.Length)
        {
            while (ends.Count > 0 && ends.Peek() is >= 0 and int end && at >= end)
            {
                ends.Pop();
            }

            int tag = encoded[at++];
            if (tag == 0 && at < encoded.Length && encoded[at] == 0 && ends.Count > 0 && ends.Peek() < 0)
            {
                ends.Pop();
                at++;
                continue;
            }

            if (++count > mostElements)
            {
                return new DerMeter(count, isTooMany: true, isTooDeep: false);
            }

            if (!SkipTag(encoded, tag, ref at) || Length(encoded, ref at) is not { } length)
            {
                break;
            }

            if ((tag & Constructed) == 0)
            {
                at = length < 0 || length > encoded.Length - at ? encoded.Length : at + length;
                continue;
            }

            ends.Push(length < 0 ? -1 : length > encoded.Length - at ? encoded.Length : at + length);
            if (ends.Count > mostDepth)
            {
                return new DerMeter(count, isTooMany: false, isTooDeep: true);
            }
        }

        return new DerMeter(count, isTooMany: false, isTooDeep: false);
    }

    private static bool SkipTag(byte[] encoded, int tag, ref int at)
    {
        if ((tag & LongTag) != LongTag)
        {
            return at < encoded.Length;
        }

        while (at < encoded.Length && (encoded[at++] & 0x80) != 0)
        {
        }

        return at < encoded.Length;
    }

    /// <summary>The length; below zero for one that a mark ends; null for none.</summary>
    private static int? Length(byte[] encoded, ref int at)
    {
        int first = encoded[at++];
        if (first < Indefinite)
        {
            return first;
        }

        if (first == Indefinite)
        {
            return -1;
        }

        long length = 0;
        for (int i = first & 0x7F; i > 0; i--)
        {
            if (at >= encoded.Length)
            {
                return null;
            }

            length = (length << 8) | encoded[at++];
            if (length > int.MaxValue)
            {
                return int.MaxValue;
            }
        }

        return (int)length;
    }
}
