using System.Linq;
using CsCheck;
using ExchangeNamespace.Certificates;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>Values made of what other languages give a meaning to.</summary>
internal static class Hostile
{
    private const string Characters = "ab C=,+;<>#\"'`$\\%&{}()[]*.:/@!~^|-_\u00fc\u4e2d\u2018\u2019\u201c\u201d\u00a0\u2028\n\r\t\0";

    private static readonly string[] Words = ["\",CN=evil", "\\\"", "\\", "\"\"", "$HOME", "${ENV::PATH}", "$(x)", "%1%", "]\n[x]", "; x", "# x", "dns=evil&", "\\\\", "\ud83d\ude00", "O=x", "\\\n", ".include x"];

    /// <summary>Any mixture, line breaks among them.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.Char[Characters].Select(c => c.ToString())).Array[1, 12].Select(string.Concat);

    /// <summary>The mixtures that a user may state.</summary>
    public static readonly Gen<string> OneLine = Any.Where(t => CertificateText.IsOneLine(t) && !string.IsNullOrWhiteSpace(t));
}
