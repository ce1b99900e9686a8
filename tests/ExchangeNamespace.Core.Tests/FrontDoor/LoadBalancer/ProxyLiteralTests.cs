using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.LoadBalancer;

/// <summary>
/// Values never leave their word: read back by readers that are written from the manuals alone (HAProxy configuration manual 2.2 and 2.3;
/// nginx, ngx_conf_read_token).
/// </summary>
public class ProxyLiteralTests
{
    private const string Pieces = "ab '\"\\#$;{}%()[],=|&!*?~/:@-_.\t";

    [Theory]
    [InlineData("/etc/haproxy/ca.pem", "/etc/haproxy/ca.pem")]
    [InlineData("@system-ca", "@system-ca")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("a b", "'a b'")]
    [InlineData("a#b", "'a#b'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData(@"a\b", @"'a\b'")]
    public void A_word_of_HAProxy_is_bare_or_between_apostrophes(string value, string word) => Assert.Equal(word, HAProxyLiteral.Quote(value));

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a{b}", "\"a{b}\"")]
    [InlineData("a\"b\\", "\"a\\\"b\\\\\"")]
    public void A_token_of_nginx_is_bare_or_between_quotes(string value, string token) => Assert.Equal(token, NginxLiteral.Quote(value));

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("\u00e4")]
    [InlineData("a\u2028b")]
    public void What_no_line_can_carry_is_refused(string value)
    {
        Assert.False(HAProxyLiteral.CanQuote(value));
        Assert.False(NginxLiteral.CanQuote(value));
        Assert.Throws<ArgumentException>(() => HAProxyLiteral.Quote(value));
        Assert.Throws<ArgumentException>(() => NginxLiteral.Quote(value));
    }

    [Fact]
    public void A_dollar_sign_begins_a_variable_of_nginx_everywhere_and_is_refused() => Assert.Throws<ArgumentException>(() => NginxLiteral.Quote("a$b"));

    [Theory]
    [InlineData("a b")]
    [InlineData("a'b")]
    [InlineData("")]
    [InlineData("a#")]
    public void A_section_has_no_such_name(string name) => Assert.Throws<ArgumentException>(() => HAProxyLiteral.Name(name));

    [Theory]
    [InlineData("", 443, ":443", "443")]
    [InlineData("10.1.0.11", 443, "10.1.0.11:443", "10.1.0.11:443")]
    [InlineData("2001:db8::1", 25, "[2001:db8::1]:25", "[2001:db8::1]:25")]
    [InlineData("ex01.contoso.com", 443, "ex01.contoso.com:443", "ex01.contoso.com:443")]
    public void An_address_has_its_port(string address, int port, string haproxy, string nginx) =>
        Assert.Equal((haproxy, nginx), (HAProxyLiteral.Endpoint(address, port), NginxLiteral.Endpoint(address, port)));

    [Theory]
    [InlineData(1_200_000, "20m")]
    [InlineData(15_000, "15s")]
    [InlineData(90_000, "90s")]
    [InlineData(250, "250ms")]
    public void A_time_has_the_largest_unit_without_rest(int milliseconds, string text) => Assert.Equal(text, ProxyText.Time(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Random_values_never_leave_their_word()
    {
        Random random = new(20);
        for (int i = 0; i < RandomCases.Of(2_000, 50_000); i++)
        {
            string value = new([.. Enumerable.Range(0, 1 + random.Next(14)).Select(_ => Pieces[random.Next(Pieces.Length)])]);
            if (HAProxyLiteral.CanQuote(value))
            {
                Assert.Equal(["crt", value, "alpn"], HAProxyWords("crt " + HAProxyLiteral.Quote(value) + " alpn # " + value));
            }

            if (NginxLiteral.CanQuote(value))
            {
                Assert.Equal(["user", value, ";", "}"], NginxTokens("user " + NginxLiteral.Quote(value) + "; }"));
            }
        }
    }

    [Fact]
    public void Random_folders_and_files_stay_in_their_words()
    {
        Random random = new(21);
        for (int i = 0; i < RandomCases.Of(20, 500); i++)
        {
            string value = "/" + new string([.. Enumerable.Range(0, random.Next(14)).Select(_ => Pieces[random.Next(Pieces.Length - 1)])]);
            LoadBalancerScript script = Balancers.Make(new LoadBalancerInput
            {
                Plan = Plan, Mode = LoadBalancerMode.Bridge, CertificateFolder = value, CaFile = value,
            });

            Assert.Equal(Words(Usual), Words(script));
            Assert.Equal(value, script.Lines.Where(l => l.Contains("ca-file")).Select(l => HAProxyWords(l).Last()).Distinct().Single());
            string[] bind = HAProxyWords(script.Lines.Single(l => l.TrimStart().StartsWith("bind :443", StringComparison.Ordinal)));
            Assert.Equal(value.TrimEnd('/') + "/mail.contoso.com.pem", bind[4]);
        }

        static int[] Words(LoadBalancerScript script) => [.. script.Lines.Select(l => HAProxyWords(l).Length)];
    }

    private static readonly NamespacePlan Plan = Balancers.One("2016CU23", ("ReverseProxy", "SharedCertificate"));
    private static readonly LoadBalancerScript Usual = Balancers.Make(new LoadBalancerInput { Plan = Plan, Mode = LoadBalancerMode.Bridge, CaFile = "/ca.pem" });

    private static string[] HAProxyWords(string line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quote == '\'')
            {
                if (c == '\'')
                {
                    quote = '\0';
                }
                else
                {
                    word!.Append(c);
                }
            }
            else if (c == '\\' && i + 1 < line.Length)
            {
                (word ??= new StringBuilder()).Append(line[++i]);
            }
            else if (quote == '"')
            {
                Assert.NotEqual('$', c);
                if (c == '"')
                {
                    quote = '\0';
                }
                else
                {
                    word!.Append(c);
                }
            }
            else if (c is '\'' or '"')
            {
                word ??= new StringBuilder();
                quote = c;
            }
            else if (c == '#')
            {
                break;
            }
            else if (c is ' ' or '\t')
            {
                End();
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        Assert.Equal('\0', quote);
        End();
        return [.. words];

        void End()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
    }

    private static string[] NginxTokens(string text)
    {
        List<string> tokens = [];
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is ' ' or '\t')
            {
                i++;
            }
            else if (c is ';' or '{' or '}')
            {
                tokens.Add(c.ToString());
                i++;
            }
            else if (c is '"' or '\'')
            {
                StringBuilder token = new();
                for (i++; text[i] != c; i++)
                {
                    if (text[i] == '\\' && text[i + 1] is '"' or '\'' or '\\')
                    {
                        i++;
                    }

                    token.Append(text[i]);
                }

                i++;
                Assert.True(text[i] is ' ' or ';' or '{');
                tokens.Add(token.ToString());
            }
            else
            {
                int start = i;
                while (!(text[i] is ' ' or ';' or '{'))
                {
                    Assert.NotEqual('$', text[i]);
                    i++;
                }

                tokens.Add(text.Substring(start, i - start));
            }
        }

        return [.. tokens];
    }
}
