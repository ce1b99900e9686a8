using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class PlanJsonTests
{
    [Fact]
    public void Any_plan_comes_back_equal_in_every_member() => RandomPlans.Any.Sample(
        plan =>
        {
            string json = Documents.Write(plan);
            NamespacePlan read = Documents.Read(json);

            Same.Check(plan, read);
            Assert.Equal(json, Documents.Write(read));
            Assert.Equal(Plans.Lines(plan), Plans.Lines(read));
            Assert.Equal(Sharing(plan), Sharing(read));
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void The_plan_with_something_of_everything_has_every_member()
    {
        string json = Documents.Write(Documents.Rich());

        string[] members =
        [
            "adDomain", "legacyHost", "mailHost", "siteScope", "addresses", "outlookAnywhereEnabled", "additionalParameters", "values", "commonName", "mail", "hygieneHosts", "hygieneRanges", "childDomains", "preference", "outlookProvider", "fqdn",
        ];
        Assert.All(members, m => Assert.Contains("\"" + m + "\":", json, StringComparison.Ordinal));
        Same.Check(Documents.Rich(), Documents.Read(json));
    }

    [Fact]
    public void A_file_from_before_the_mail_identity_says_the_same_with_its_records()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), ("ExternalIPAddress", new[] { "198.51.100.7", "2001:db8::7" }));
        string json = Documents.Write(plan);
        int start = json.IndexOf("  \"mail\":", StringComparison.Ordinal);
        string old = json.Remove(start, json.IndexOf("  \"reverseProxy\"", StringComparison.Ordinal) - start);

        Same.Check(plan, Documents.Read(old));
    }

    [Theory]
    [InlineData("\"sendingHost\": \"smtp.contoso.com\"", "\"sendingHost\": \"-\"", "LabelHyphen")]
    [InlineData("\"addresses\": [\n      \"198.51.100.7\"", "\"addresses\": [\n      \"198.51.100.7;x\"", FaultIds.AddressInvalid)]
    [InlineData("\"sendingHost\"", "\"sender\": \"x\", \"sendingHost\"", FaultIds.MemberUnknown)]
    [InlineData("\"sendingHost\"", "\"hygieneRanges\": [\"10.0.0.9-10.0.0.1\"], \"sendingHost\"", FaultIds.AddressInvalid)]
    [InlineData("  \"mailHost\": \"smtp.contoso.com\",\n", "", FaultIds.InputContradiction)]
    public void A_doubtful_mail_identity_is_refused(string good, string bad, string id)
    {
        string json = Documents.Write(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), ("ExternalIPAddress", "198.51.100.7")));
        Assert.Contains(good, json, StringComparison.Ordinal);

        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = PlanJson.Read(json.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(plan);
        Assert.Contains(faults, f => f.Id == id);
    }

    [Theory]
    [InlineData("\"Basic\"")]
    [InlineData("\"d.contoso.com;calc\"")]
    [InlineData("\"download.contoso.com\",\"other.contoso.com\"")]
    [InlineData("")]
    public void A_download_host_is_one_host(string values)
    {
        const string Good = "\"values\":[\"download.contoso.com\"]";
        string json = Documents.Write(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("DownloadHost", "download.contoso.com")));
        Assert.Contains(Good, json, StringComparison.Ordinal);
        Assert.Equal(json, Documents.Write(Documents.Read(json)));

        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = PlanJson.Read(json.Replace(Good, "\"values\":[" + values + "]", StringComparison.Ordinal));

        Assert.Null(plan);
        Assert.Contains(faults, f => f.Id == FaultIds.ValueNotListed);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        string json = Documents.Write(Documents.Rich());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            NamespacePlan read = Documents.Read(json);

            Same.Check(Documents.Rich(), read);
            Assert.Equal(json, Documents.Write(read));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_text_is_ascii_with_line_feeds_whatever_the_writer_has()
    {
        using StringWriter writer = new(new CultureInfo("ar-SA")) { NewLine = "\r\n" };

        PlanJson.Write(Documents.Rich(), writer);

        string text = writer.ToString();
        Assert.DoesNotContain(text, c => c is '\r' or > '~');
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Equal("\r\n", writer.NewLine);
    }

    [Fact]
    public void Ten_thousand_servers_share_one_service_set_before_and_after()
    {
        string[] names = [.. Enumerable.Range(0, 10_000).Select(i => "EX" + i.ToString(CultureInfo.InvariantCulture))];
        NamespacePlan plan = Plans.Make(names, ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"));

        string json = Documents.Write(plan);
        NamespacePlan read = Documents.Read(json);

        Assert.All(read.Servers, s => Assert.Same(read.Servers[0].Services, s.Services));
        Assert.Equal(1, json.Split("\"service\": \"OWA\"").Length - 1);
        Assert.Equal(names[9_999], CommandBuilder.Build(read, new CommandSelection()).Last(c => c.Service == ClientService.OWA).Target);
    }

    private static int[] Sharing(NamespacePlan plan)
    {
        List<object> seen = [];
        return [.. plan.Servers.Select(server =>
        {
            int index = seen.FindIndex(s => ReferenceEquals(s, server.Services));
            if (index < 0)
            {
                index = seen.Count;
                seen.Add(server.Services);
            }

            return index;
        })];
    }
}
