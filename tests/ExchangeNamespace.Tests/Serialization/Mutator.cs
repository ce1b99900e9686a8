using System;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Changes a document as a slip of the hand, a bad transfer or an attacker would.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Pieces =
    [
        "'", "\\\"", "\"", ";", "|", "$(calc)", "`", "\\n", "\\u0000", "\\u2028", "\\u2019", "\\ud83d", "&", "#", "*", "@", "..", "//", "\n", "\0", "{", "}", "[", "]", ",", ":",
        "-1", "1e999", "0x1", "true", "null", "\"\"", "\"x\":1,", "/* */", "2007SP1", "2016", "Set", "Clear", "OWA", "ü", "\u2019", "https://", "a.b",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "99999999999", "1.5", "\"\"", "[]", "{}", "\"'; Remove-Item C:\\\\; '\"", "\"$(calc)\"", "\"a\\nb\"", "\"https://mail.contoso.com/owa' -x\"",
        "\"x.example.com\"", "\"https://x.example.com/owa\"", "\"EX1\"", "\"2010\"", "\"2007RTM\"", "\"Leave\"", "\"Clear\"", "\"MAPI\"", "\"B\\u00e4r\"", "\"*.x.example.com\"", "[null]", "[\"a\", 1]",
    ];

    private static readonly Regex Value = new("(?<=: ?|\\[\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|true|false|[0-9]+)", RegexOptions.CultureInvariant);

    public string Mutate(string document)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            document = Once(document);
        }

        return document;
    }

    private string Once(string document)
    {
        if (document.Length < 2)
        {
            return Pieces[random.Next(Pieces.Length)];
        }

        int at = random.Next(document.Length);
        int length = Math.Min(random.Next(1, 40), document.Length - at);
        switch (random.Next(10))
        {
            case 0:
                return document.Remove(at, 1);
            case 1:
                return document.Remove(at, length);
            case 2:
                return document.Insert(random.Next(document.Length), document.Substring(at, length));
            case 3:
                return document.Insert(at, Pieces[random.Next(Pieces.Length)]);
            case 4:
                return document[..at];
            case 5:
                return document.Remove(at, 1).Insert(at, ((char)random.Next(0x20, 0x7F)).ToString());
            default:
                MatchCollection values = Value.Matches(document);
                if (values.Count == 0)
                {
                    return document;
                }

                Match target = values[random.Next(values.Count)];
                string replacement = random.Next(3) == 0 ? values[random.Next(values.Count)].Value : Values[random.Next(Values.Length)];
                return document.Remove(target.Index, target.Length).Insert(target.Index, replacement);
        }
    }
}
