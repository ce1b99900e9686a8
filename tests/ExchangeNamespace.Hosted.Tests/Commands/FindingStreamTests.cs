using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class FindingStreamTests : CommandTest
{
    [Fact]
    public void Warnings_go_to_the_warning_stream_with_code_subject_and_remedy()
    {
        HostRun run = Run("$plan = Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016; $plan.Findings | ? { $_.Severity -eq 'Warning' } | % { \"$($_.Code) $($_.Subject): $($_.Message) $($_.Remedy)\".TrimEnd() }");

        Assert.NotEmpty(run.Warnings);
        Assert.Equal(run.Output, run.Warnings);
        Assert.Contains(run.Warnings, w => w.StartsWith("EXN001 ", StringComparison.Ordinal));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Errors_are_records_with_the_code_as_id_and_the_subject_as_target()
    {
        HostRun run = Run("Get-NamespacePlan EX1 @given -CertificateName '*.com' | % { $_.Findings | ? { $_.Severity -eq 'Error' } | % { $_.Code } }");

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", "EXN010", ErrorCategory.InvalidResult);
        Assert.Equal("*.com", error.TargetObject);
        Assert.StartsWith("*.com: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["EXN010"], run.Output);
    }

    [Fact]
    public void Information_goes_to_the_information_stream_with_its_code_as_tag()
    {
        HostRun run = Run("$plan = Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion 2016 -DnsModel Pinpoint; @($plan.Findings) + $plan.Notes | ? { $_.Severity -eq 'Information' } | % { \"$($_.Code) $($_.Subject): $($_.Message) $($_.Remedy)\".TrimEnd() }");

        InformationRecord[] said = [.. run.Records.Where(r => r.Stream == HostStream.Information).Select(r => r.Value).Cast<InformationRecord>()];
        Assert.NotEmpty(said);
        Assert.Equal(run.Output, said.Select(r => r.MessageData));
        Assert.All(said, r => Assert.Equal([r.ToString()[..6]], r.Tags));
    }

    [Fact]
    public void Findings_come_before_the_plan_and_faults_before_findings()
    {
        HostRun run = Run("'EX1', 'bad name' | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016");

        Assert.Equal(HostStream.Error, run.Records[0].Stream);
        Assert.Equal(HostStream.Output, run.Records[^1].Stream);
        Assert.All(run.Records.Skip(1).SkipLast(1), r => Assert.Contains(r.Stream, new[] { HostStream.Warning, HostStream.Information }));
    }
}
