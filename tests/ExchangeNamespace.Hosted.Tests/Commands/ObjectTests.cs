using System.Collections.Generic;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ObjectTests : CommandTest
{
    private const string Plan =
        """
        $plan = @{ Name = 'EX1'; Site = 'A'; IPAddress = '10.0.0.1', '10.0.0.2' }, @{ Name = 'EX2'; Site = 'B' } |
            Get-NamespacePlan @given -SmtpDomain contoso.com, fabrikam.com -MailHost mx.contoso.com -Site @{ Name = 'A'; SiteScope = 'A', 'C' }, @{ Name = 'B'; SiteScope = 'B', 'D' }

        """;

    [Fact]
    public void Every_list_of_a_plan_and_of_a_command_can_be_indexed()
    {
        IReadOnlyList<string> lines = Lines(
            Plan +
            """
            $script:lists = 0
            function Walk($Object, $Path, $Depth) {
                foreach ($property in $Object.psobject.Properties) {
                    $value = $property.Value
                    if ($null -eq $value -or $value -is [string] -or $Depth -gt 4) { continue }
                    if ($value -is [System.Collections.IEnumerable]) {
                        $items = @($value)
                        if ($items.Count -eq 0) { continue }
                        $script:lists++
                        for ($i = 0; $i -lt $items.Count; $i++) {
                            if (-not [object]::Equals($value[$i], $items[$i])) { "$Path.$($property.Name)[$i]" }
                            Walk $items[$i] "$Path.$($property.Name)[$i]" ($Depth + 1)
                        }
                    } elseif ($value.GetType().FullName -like 'ExchangeNamespace.*' -and $value -isnot [enum]) {
                        Walk $value "$Path.$($property.Name)" ($Depth + 1)
                    }
                }
            }
            Walk $plan 'plan' 0
            Walk ($plan | Export-VirtualDirectoryScript -AsCommand -Service Autodiscover -Server EX1) 'command' 0
            foreach ($item in $plan | New-SanCertificateRequest -AsName) { Walk $item 'name' 0 }
            foreach ($item in $plan | New-SanCertificateRequest -AsCommand -Country CH -WarningAction SilentlyContinue) { Walk $item 'request' 0 }
            "lists: $($script:lists -gt 20)"
            """);

        Assert.Equal(["lists: True"], lines);
    }

    [Fact]
    public void Hosts_and_versions_compare_with_text() => Assert.Equal(
        ["True", "True", "True", "True"],
        Lines(Plan + "\"$($plan.ExternalHost -eq 'mail.contoso.com')\"; \"$('mail.contoso.com' -eq $plan.ExternalHost)\"; \"$($plan.Servers[0].Version -eq '2016')\"; \"$($plan.DnsModel -eq 'Split')\""));
}
