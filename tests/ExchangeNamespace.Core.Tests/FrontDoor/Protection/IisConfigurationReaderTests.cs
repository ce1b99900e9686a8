using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.Protection.ProtectionSamples;

namespace ExchangeNamespace.Tests.FrontDoor.Protection;

/// <summary>applicationHost.config as IIS reads it, and as someone hostile writes it.</summary>
public class IisConfigurationReaderTests
{
    private const string Sites = "<system.applicationHost><sites><site name='Default Web Site'><application path='/'><virtualDirectory path='/' />"
        + "<virtualDirectory path='/plain' /></application><application path='/owa' /><application path='/owa/Calendar' /></site></sites></system.applicationHost>";

    private static readonly int Files = RandomCases.Of(usual: 300, full: 20_000);

    private static readonly string[] Pieces =
    [
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "&b;", "&#0;", "&#x1b;", "<location path='Default Web Site'>", "</location>", "<", ">", "'", "\"", "tokenChecking='Allow'", "\u202e", "\ud800",
        "<!-- -->", "<?x y?>", "<![CDATA[x]]>", "configSource='x'", "sslFlags=''", "allowUnlisted='no'", "path='../..'", "path='\u0000'", "<extendedProtection tokenChecking='\u202eAllow'/>", " xmlns='urn:x'", "tokenChecking='2'",
        " ", "x", "1", "Require", "Allow", "None", "/owa", "\n", "<!-- x -->", "<location path='x' />", "Ssl",
    ];

    /// <summary>The nearest place that states a value gives it; without one it is the default of IIS.</summary>
    [Theory]
    [InlineData("", "None")]
    [InlineData("R", "Allow")]
    [InlineData("RS", "Require")]
    [InlineData("RSD", "None")]
    [InlineData("S", "Require")]
    [InlineData("D", "None")]
    [InlineData("SP", "Require")]
    public void A_value_comes_from_the_nearest_place(string stated, string expected)
    {
        string text = Document(Sites + (stated.Contains('R') ? Section("<extendedProtection tokenChecking='Allow' />") : "")
            + (stated.Contains('S') ? $"<location path='default web site'>{Section("<extendedProtection tokenChecking='Require' />")}</location>" : "")
            + (stated.Contains('D') ? $"<location path='Default Web Site/OWA'>{Section("<extendedProtection tokenChecking='None' />")}</location>" : "")
            + (stated.Contains('P') ? $"<location path='Default Web Site/owa'>{Section("<extendedProtection />")}</location>" : ""));

        Assert.Equal(expected, Read(text, out _)!.TokenCheckingOf("Default Web Site/owa").ToString());
        Assert.Equal(expected, Read(text, out _)!.TokenCheckingOf("Default Web Site/owa/Calendar").ToString());
    }

    [Theory]
    [InlineData("Default Web Site", true)]
    [InlineData("Default Web Site/owa", true)]
    [InlineData("Default Web Site/OWA/calendar", true)]
    [InlineData("Default Web Site/plain", true)]
    [InlineData("Default Web Site/ecp", false)]
    [InlineData("Exchange Back End/owa", false)]
    public void A_directory_is_there_where_the_file_knows_it(string path, bool isThere) => Assert.Equal(isThere, Read(Document(Sites), out _)!.Has(path));

    [Theory]
    [InlineData("Ssl", true)]
    [InlineData("Ssl, SslNegotiateCert, Ssl128", true)]
    [InlineData("SslNegotiateCert", false)]
    [InlineData("None", false)]
    [InlineData(null, false)]
    public void The_flags_of_TLS_are_a_list(string? flags, bool requires) => Assert.Equal(requires, Read(
        Document(Sites + $"<location path='Default Web Site'><system.webServer><security><access{(flags is null ? "" : $" sslFlags='{flags}'")} /></security></system.webServer></location>"),
        out _)!.RequiresSsl("Default Web Site/owa"));

    [Theory]
    [InlineData("", "no XML")]
    [InlineData("{ \"Server\": [] }", "no XML")]
    [InlineData("<configuration>", "no XML")]
    [InlineData("<Objs />", "its root is not configuration")]
    [InlineData("<configuration><system.web /></configuration>", "no application")]
    [InlineData("<!DOCTYPE configuration [<!ENTITY a 'x'>]><configuration />", "no XML")]
    public void Another_file_is_refused(string text, string why)
    {
        Assert.Null(Read(text, out IReadOnlyList<InputFault> faults));
        Assert.Equal(FaultIds.IisConfigurationInvalid, faults[0].Id);
        Assert.Contains(why, faults[0].Message);
        Assert.Contains("applicationHost.config", faults[0].Message);
    }

    [Theory]
    [InlineData("<extendedProtection tokenChecking='Maybe' />", "tokenChecking=\"Maybe\"")]
    [InlineData("<extendedProtection tokenChecking='&#x202e;Allow' />", "which IIS does not know")]
    [InlineData("<extendedProtection configSource='other.config' />", "configSource")]
    public void A_value_that_IIS_does_not_know_is_refused(string section, string why)
    {
        Assert.Null(Read(Document(Sites + Section(section)), out IReadOnlyList<InputFault> faults));
        Assert.Contains(why, faults[0].Message);
        Assert.DoesNotContain('\u202e', faults[0].Message);
    }

    [Fact]
    public void Two_values_for_one_place_are_refused()
    {
        string twice = $"<location path='x'>{Section("<extendedProtection tokenChecking='Allow' />")}</location>";

        Assert.NotNull(Read(Document(Sites + twice + twice), out _));
        Assert.Null(Read(Document(Sites + twice + twice.Replace("Allow", "Require")), out IReadOnlyList<InputFault> faults));
        Assert.Contains("two values for x", faults[0].Message);
    }

    /// <summary>Size, depth and count are bounded; a reader without limits would take minutes or all memory.</summary>
    [Fact]
    public void What_is_too_deep_or_too_much_is_refused()
    {
        Assert.Null(Read(Document(Sites + string.Concat(Enumerable.Repeat("<a>", FileLimits.IisDepth + 1)) + string.Concat(Enumerable.Repeat("</a>", FileLimits.IisDepth + 1))), out IReadOnlyList<InputFault> deep));
        Assert.Contains("nested deeper", deep[0].Message);

        string locations = string.Concat(Enumerable.Range(0, FileLimits.IisPaths + 1).Select(i => $"<location path='{i}'>{Section("<extendedProtection tokenChecking='Allow'/>")}</location>"));
        Assert.Null(Read(Document(Sites + locations), out IReadOnlyList<InputFault> many));
        Assert.Contains("more than", many[0].Message);
    }

    [Fact]
    public void A_changed_file_is_refused_or_gives_checks_without_a_hidden_character()
    {
        Random random = new(20261129);
        string good = File();
        int accepted = 0;
        for (int i = 0; i < Files; i++)
        {
            StringBuilder changed = new(good);
            for (int n = random.Next(1, 3); n > 0; n--)
            {
                int at = random.Next(changed.Length);
                string piece = Pieces[random.Next(Pieces.Length)];
                _ = random.Next(3) switch
                {
                    0 => changed.Insert(at, piece),
                    1 => changed.Remove(at, Math.Min(random.Next(1, 6), changed.Length - at)),
                    _ => changed.Replace(changed.ToString(at, Math.Min(12, changed.Length - at)), piece, at, Math.Min(12, changed.Length - at)),
                };
            }

            IisConfiguration? read = Read(changed.ToString(), out IReadOnlyList<InputFault> faults);
            Assert.All(faults, f => Assert.DoesNotContain(f.Message, c => char.IsControl(c) || c == '\u202e'));
            if (read is null)
            {
                continue;
            }

            accepted++;
            Assert.All(Check(Plan("SE"), iis: changed.ToString()), c => Assert.DoesNotContain(c.Subject + c.Message + c.Remedy, t => char.IsControl(t) || t == '\u202e'));
        }

        Assert.InRange(accepted, Files / 20, Files * 9 / 10);
    }
}
