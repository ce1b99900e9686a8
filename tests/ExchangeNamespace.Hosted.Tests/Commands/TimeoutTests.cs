using System;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>How long a command waits: seconds or a TimeSpan, and never an old number of milliseconds taken for seconds.</summary>
public sealed class TimeoutTests : CommandTest
{
    public static TheoryData<string> Commands =>
    [
        "Test-SplitDns mail.contoso.com 127.0.0.1:9 127.0.0.1:9 -Retry 0 -Timeout {0}",
        "Test-SpfSender 192.0.2.1 a@contoso.com -DnsServer 127.0.0.1:9 -Retry 0 -Timeout {0}",
        "New-SpfRecord contoso.com 192.0.2.1 -LookUp -DnsServer 127.0.0.1:9 -Retry 0 -Timeout {0}",
        "Test-MailIdentity contoso.com -DnsServer 127.0.0.1:9 -Retry 0 -Timeout {0}",
        "Test-MailIdentity contoso.com -DnsServer 127.0.0.1:9 -Retry 0 -Timeout 0.1 -SmtpTimeout {0}",
        "Get-AutodiscoverRoute a@contoso.com -Live -DnsServer 127.0.0.1:9 -Timeout {0}",
        "Test-NamespaceCertificate -Endpoint 127.0.0.1:9 -HostName mail.contoso.com -Timeout {0}",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_old_number_of_milliseconds_is_refused_with_its_seconds(string command) =>
        Assert.Contains("give 2 for 2000 milliseconds", Refusal(command, "2000"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_takes_seconds_and_a_time(string command)
    {
        foreach (string given in new[] { "0.1", "'0.1'", "0:00:00.1", "([timespan]::FromMilliseconds(100))" })
        {
            Assert.DoesNotContain(Run(Of(command, given)).Errors, e => e.FullyQualifiedErrorId.Contains("Transformation", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("50", "give 0.05 for 50 milliseconds")]
    [InlineData("49.999", null)]
    [InlineData("0", "must be between 0.05 and 60 seconds")]
    [InlineData("-1", "-1 is not a number of seconds")]
    [InlineData("0:02:00", "must be between 0.05 and 60 seconds")]
    [InlineData("soon", "Give a number of seconds")]
    [InlineData("$null", "Give a number of seconds")]
    [InlineData("([double]::NaN)", "is not a number of seconds")]
    [InlineData("(1, 2)", "Give a number of seconds")]
    public void What_is_no_time_is_refused(string given, string? refusal)
    {
        string message = Refusal("Test-SpfSender 192.0.2.1 -Record 'v=spf1 -all' -MailFrom a@contoso.com -DnsServer 127.0.0.1:9 -Timeout {0}", given);

        Assert.Equal(refusal is null, message.Length == 0);
        Assert.Contains(refusal ?? string.Empty, message, StringComparison.Ordinal);
    }

    private static string Of(string command, string given) => command.Replace("{0}", given, StringComparison.Ordinal) + " -WarningAction Ignore";

    private string Refusal(string command, string given)
    {
        HostRun run = Run("try { " + Of(command, given) + " } catch [System.Management.Automation.ParameterBindingException] { Write-Error $_.Exception.Message }");
        return string.Concat(run.Errors.Select(e => e.ToString()).Where(e => e.Contains("Timeout'", StringComparison.Ordinal)));
    }
}
