using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

/// <summary>Answers of Autodiscover: published samples, our own for what they lack, and what a hostile server may send.</summary>
public class ResponseReaderTests
{
    private const string Pox = """<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">""";
    private const string Outlook = """<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">""";

    [Theory]
    [InlineData("msdocs-pox-response.xml", "Settings", null)]
    [InlineData("msdocs-pox-error.xml", "Error", "600")]
    [InlineData("ews-cpp-autodiscover_response.xml", "Settings", null)]
    [InlineData("ews-cpp-autodiscover_response_error.xml", "Error", "500")]
    [InlineData("msdocs-soap-getusersettings-response.xml", "Settings", null)]
    [InlineData("msdocs-pox-request.xml", "Other", null)]
    [InlineData("msdocs-soap-getusersettings-request.xml", "Other", null)]
    public void Published_samples_are_what_they_are(string file, string kind, string? error)
    {
        AutodiscoverResponse response = AutodiscoverResponseReader.Read(Encoding.UTF8.GetBytes(SharedData.Text("third-party/autodiscover/" + file)));

        Assert.Equal((Enum.Parse<AutodiscoverResponseKind>(kind), error), (response.Kind, response.ErrorCode));
    }

    [Fact]
    public void The_settings_of_a_sample_keep_their_section()
    {
        AutodiscoverResponse response = AutodiscoverResponseReader.Read(Encoding.UTF8.GetBytes(SharedData.Text("third-party/autodiscover/msdocs-pox-response.xml")));

        Assert.Contains(new AnsweredSetting("EXCH", "ASUrl", "https://mail.contoso.com/ews/exchange.asmx"), response.Settings);
        Assert.Contains(new AnsweredSetting("EXPR", "Server", "Exchange.contoso.com"), response.Settings);
        Assert.Equal(4, response.Settings.Count(s => s is { Section: "WEB Internal", Name: "OWAUrl" }));
    }

    [Theory]
    [InlineData(Pox + Outlook + "<Account><Action>redirectUrl</Action><RedirectUrl>https://other.contoso.com/autodiscover/autodiscover.xml</RedirectUrl></Account></Response></Autodiscover>", "RedirectUrl", "https://other.contoso.com/autodiscover/autodiscover.xml")]
    [InlineData(Pox + Outlook + "<Account><Action>redirectAddr</Action><RedirectAddr>a@contoso.mail.onmicrosoft.com</RedirectAddr></Account></Response></Autodiscover>", "RedirectAddress", "a@contoso.mail.onmicrosoft.com")]
    [InlineData("""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><R xmlns="http://schemas.microsoft.com/exchange/2010/Autodiscover"><ErrorCode>NoError</ErrorCode><UserResponse><ErrorCode>RedirectUrl</ErrorCode><RedirectTarget>https://b.contoso.com/x</RedirectTarget></UserResponse></R></s:Body></s:Envelope>""", "RedirectUrl", "https://b.contoso.com/x")]
    [InlineData(Pox + """<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"><Action><Redirect>b@contoso.com</Redirect></Action></Response></Autodiscover>""", "RedirectAddress", "b@contoso.com")]
    public void Redirects_name_their_target(string text, string kind, string target)
    {
        AutodiscoverResponse response = AutodiscoverResponseReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal((Enum.Parse<AutodiscoverResponseKind>(kind), target), (response.Kind, response.RedirectTarget));
    }

    [Fact]
    public void A_device_is_given_its_server()
    {
        AutodiscoverResponse response = AutodiscoverResponseReader.Read(Encoding.UTF8.GetBytes(Pox + """<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"><Action><Settings><Server><Type>MobileSync</Type><Url>https://mail.contoso.com/Microsoft-Server-ActiveSync</Url></Server></Settings></Action></Response></Autodiscover>"""));

        Assert.Equal([new AnsweredSetting("MobileSync", "Url", "https://mail.contoso.com/Microsoft-Server-ActiveSync")], response.Settings);
    }

    public static TheoryData<string, string> Strangers => new()
    {
        { "nothing", "" },
        { "a page", "<!DOCTYPE html><html><body>Welcome</body></html>" },
        { "XHTML", "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>" },
        { "text", "401 Unauthorized" },
        { "JSON", "{\"Protocol\":\"AutodiscoverV1\"}" },
        { "the namespace that no server uses", Pox.Replace("http:", "https:", StringComparison.Ordinal) + "<Response/></Autodiscover>" },
        { "cut short", Pox + Outlook + "<Account>" },
        { "entities that grow", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + Pox + "<Response>&c;</Response></Autodiscover>" },
        { "a file of the machine", "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Pox + "<Response>&f;</Response></Autodiscover>" },
        { "an outer document type", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Pox + "</Autodiscover>" },
        { "too deep", Pox + string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40)) + "</Autodiscover>" },
        { "too many", Pox + string.Concat(Enumerable.Repeat("<a/>", 6000)) + "</Autodiscover>" },
        { "too long", Pox + new string(' ', 300_000) + "</Autodiscover>" },
        { "an unknown encoding", "<?xml version='1.0' encoding='unknown'?>" + Pox + "</Autodiscover>" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Anything_else_is_somebody_elses(string what, string text)
    {
        Assert.True(AutodiscoverResponseReader.Read(Encoding.UTF8.GetBytes(text)).Kind == AutodiscoverResponseKind.Other, what);
    }

    [Fact]
    public void Five_thousand_mutations_are_read_or_refused()
    {
        const int Seed = 20080611;
        Random random = new(Seed);
        byte[][] samples = [.. Samples()];
        Dictionary<AutodiscoverResponseKind, int> seen = [];
        for (int i = 0; i < 5000; i++)
        {
            byte[] mutated = Mutate(samples[i % samples.Length], random);
            AutodiscoverResponse? response = null;
            Exception? thrown = Record.Exception(() => response = AutodiscoverResponseReader.Read(mutated));
            Assert.True(thrown is null, $"Seed {Seed}, mutation {i}: {thrown}");
            seen[response!.Kind] = seen.GetValueOrDefault(response.Kind) + 1;
        }

        Assert.True(seen.Count >= 3, string.Join(", ", seen));
    }

    private static IEnumerable<byte[]> Samples()
    {
        yield return Encoding.UTF8.GetBytes(Pox + Outlook + "<User><DisplayName>A</DisplayName></User><Account><AccountType>email</AccountType><Action>settings</Action><Protocol><Type>EXCH</Type><Server>ex01</Server><ASUrl>https://mail.contoso.com/ews/exchange.asmx</ASUrl></Protocol><Protocol Type=\"mapiHttp\"><MailStore><InternalUrl>https://mail.contoso.com/mapi/emsmdb</InternalUrl></MailStore></Protocol></Account></Response></Autodiscover>");
        yield return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Pox + "<Response><Error Time=\"1\" Id=\"2\"><ErrorCode>600</ErrorCode><Message>Invalid Request</Message><DebugData/></Error></Response></Autodiscover>");
        yield return Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Pox + Outlook + "<Account><RedirectUrl>https://b.contoso.com/</RedirectUrl></Account></Response></Autodiscover>")).ToArray();
    }

    private static byte[] Mutate(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        for (int n = random.Next(1, 6); n > 0; n--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, "<&>\"'\0]]>&#0;<![CDATA["u8.ToArray().Take(random.Next(1, 20)));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
