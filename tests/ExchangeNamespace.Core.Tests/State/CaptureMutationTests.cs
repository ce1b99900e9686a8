using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>A changed capture is refused with faults, or gives clean lines: nothing is thrown, nothing hangs.</summary>
public class CaptureMutationTests(ITestOutputHelper output)
{
    private const int Mutations = 5_000;
    private const int Seed = 20260604;

    private static readonly string[] Pieces =
    [
        "'", "\"", "<", ">", "</Obj>", "<Obj RefId=\"1\">", "<Ref RefId=\"1\" />", "<Nil />", "<S>", "<S N=\"InternalUrl\">$(calc)</S>", "&amp;", "&#0;", "&#x1b;", "_x000A_", "_x0027_", "_x201A_", "]]>",
        "<![CDATA[x]]>", "<!-- -->", "<?x y?>", "<!DOCTYPE a>", "https://a'b/owa", "'; Remove-Mailbox x; '", "\0", "\u2019", "\ud800", "EX01\\", "..", "$(calc)", "`", ";", "true", "-1", " ", "N=\"Identity\"", "RefId=\"0\"", "TNRef",
    ];

    [Fact]
    public void A_changed_capture_is_refused_or_gives_clean_lines()
    {
        (string Name, string Text)[] files = [.. Directory.EnumerateFiles(Captures.Example).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("Fqdn", "EX01.contoso.com")), Plans.Members(("Name", "EX02"), ("Fqdn", "EX02.contoso.com")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"), ("MailHost", "smtp.contoso.com"));
        Random random = new(Seed);
        int accepted = 0;
        int lines = 0;
        for (int i = 0; i < Mutations; i++)
        {
            (string name, string text) = files[random.Next(files.Length)];
            byte[] content = Mutate(text, random);
            try
            {
                (ExchangeState? state, IReadOnlyList<InputFault> faults) = Captures.Read([(name, content)], inFolder: random.Next(2) == 0);
                Assert.All(faults, f => Assert.DoesNotContain(f.Message, char.IsControl));
                if (state is null)
                {
                    continue;
                }

                accepted++;
                foreach (ExchangeCommand command in new ChangePlanner(state, new CommandSelection()).Build(plan).SelectMany(c => c.Undo is null ? new[] { c } : [c, c.Undo]))
                {
                    string line = command.ToString();
                    Assert.All(line, c => Assert.InRange(c, ' ', '~'));
                    lines++;
                }

                Assert.All(PlanComparer.Compare(plan, state), r => Assert.DoesNotContain(r.Current, char.IsControl));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"Seed {Seed}, case {i}, {name}: {Encoding.UTF8.GetString(content)}", e);
            }
        }

        output.WriteLine($"{accepted} of {Mutations} accepted, {lines} lines");
        Assert.InRange(accepted, Mutations / 20, Mutations * 4 / 5);
    }

    private static byte[] Mutate(string text, Random random)
    {
        StringBuilder changed = new(text);
        for (int n = random.Next(1, 4); n > 0 && changed.Length > 1; n--)
        {
            int at = random.Next(changed.Length);
            int length = Math.Min(random.Next(1, 60), changed.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    changed.Remove(at, length);
                    break;
                case 1:
                    changed.Insert(random.Next(changed.Length), changed.ToString(at, length));
                    break;
                case 2:
                    changed.Length = at;
                    break;
                case 3:
                    changed[at] = (char)random.Next(0x20, 0x7F);
                    break;
                default:
                    changed.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        byte[] bytes = (random.Next(4) == 0 ? Encoding.Unicode : Encoding.UTF8).GetBytes(changed.ToString());
        if (random.Next(10) == 0 && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
