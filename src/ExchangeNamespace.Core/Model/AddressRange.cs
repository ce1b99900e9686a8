using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// Addresses from one to another of the same family: <c>192.0.2.1</c>, <c>192.0.2.0/24</c> or <c>192.0.2.1-192.0.2.9</c>.
/// </summary>
internal sealed class AddressRange : IEquatable<AddressRange>
{
    private const int BitsOfIPv4 = 32;
    private const int BitsOfIPv6 = 128;

    private readonly AddressFamily _family;
    private readonly BigInteger _first;
    private readonly BigInteger _last;
    private readonly string? _text;

    private AddressRange(AddressFamily family, BigInteger first, BigInteger last, string? text = null)
    {
        _family = family;
        _first = first;
        _last = last;
        _text = text;
    }

    public bool IsIPv6 => _family == AddressFamily.InterNetworkV6;

    /// <summary>Whether it leaves out no address of its family.</summary>
    public bool CoversFamily => Size == BigInteger.One << (IsIPv6 ? BitsOfIPv6 : BitsOfIPv4);

    /// <summary>How many addresses there are.</summary>
    public BigInteger Size => _last - _first + 1;

    public static bool TryParse(string text, [NotNullWhen(true)] out AddressRange? range)
    {
        range = null;
        int slash = text.IndexOf('/');
        int dash = text.IndexOf('-');
        string first = slash >= 0 ? text.Substring(0, slash) : dash >= 0 ? text.Substring(0, dash) : text;
        if (!AddressSyntax.TryNormalise(first, out string? from))
        {
            return false;
        }

        IPAddress address = AddressSyntax.Read(from);
        BigInteger start = Number(address);
        if (slash >= 0)
        {
            range = OfPrefix(address.AddressFamily, start, from, text.Substring(slash + 1));
        }
        else if (dash < 0)
        {
            range = new AddressRange(address.AddressFamily, start, start, from);
        }
        else if (AddressSyntax.TryNormalise(text.Substring(dash + 1), out string? to) && AddressSyntax.Read(to) is var end
            && end.AddressFamily == address.AddressFamily && Number(end) >= start)
        {
            range = new AddressRange(address.AddressFamily, start, Number(end), from + "-" + to);
        }

        return range is not null;
    }

    /// <summary>Reads a text that is known to be good.</summary>
    /// <summary>In which words a text is refused as a range.</summary>
    public static string Refusal(string? text) =>
        $"'{VisibleText.Short(text ?? string.Empty)}' is not a range of addresses. Give an address, 192.0.2.0/24 or 192.0.2.1-192.0.2.9.";

    public static AddressRange Parse(string text) =>
        TryParse(text, out AddressRange? range) ? range : throw new ArgumentException("Not a range of addresses.", nameof(text));

    public bool Contains(string address) => Overlaps(Parse(address));

    public bool Overlaps(AddressRange other) => _family == other._family && _first <= other._last && other._first <= _last;

    /// <summary>What is left of the range without the others, in order.</summary>
    public IEnumerable<AddressRange> Without(IEnumerable<AddressRange> others)
    {
        BigInteger next = _first;
        foreach (AddressRange other in others.Where(Overlaps).OrderBy(o => o._first))
        {
            if (other._first > next)
            {
                yield return new AddressRange(_family, next, other._first - 1);
            }

            next = BigInteger.Max(next, other._last + 1);
        }

        if (next <= _last)
        {
            yield return new AddressRange(_family, next, _last);
        }
    }

    public bool Equals(AddressRange? other) =>
        other is not null && _family == other._family && _first == other._first && _last == other._last;

    public override bool Equals(object? obj) => Equals(obj as AddressRange);

    public override int GetHashCode() => (_first.GetHashCode() * 31) ^ _last.GetHashCode();

    public override string ToString() => _text ?? (_first == _last ? Text(_first) : Text(_first) + "-" + Text(_last));

    private static AddressRange? OfPrefix(AddressFamily family, BigInteger address, string text, string length)
    {
        int bits = family == AddressFamily.InterNetworkV6 ? BitsOfIPv6 : BitsOfIPv4;
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int prefix) || prefix > bits)
        {
            return null;
        }

        BigInteger size = BigInteger.One << (bits - prefix);
        BigInteger first = address - (address % size);
        return new AddressRange(family, first, first + size - 1, text + "/" + prefix.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The bytes are the least significant first, and the last one keeps the number positive.</summary>
    private static BigInteger Number(IPAddress address) => new([.. address.GetAddressBytes().Reverse(), 0]);

    private string Text(BigInteger number)
    {
        byte[] bytes = new byte[(IsIPv6 ? BitsOfIPv6 : BitsOfIPv4) / 8];
        byte[] given = number.ToByteArray();
        Array.Copy(given, bytes, Math.Min(given.Length, bytes.Length));
        Array.Reverse(bytes);
        return AddressSyntax.Write(new IPAddress(bytes));
    }
}
