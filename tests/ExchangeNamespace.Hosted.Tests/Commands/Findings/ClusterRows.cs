namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Measure-QuorumVote, Export-ClusterRecoveryScript and Export-AdminTunnelScript.</summary>
internal static class ClusterRows
{
    public static FindingTable Table { get; } = new(
        """
        function Recover($With = @{}) {
            $r = @{ ClusterName = 'EXCluster'; ClusteredMailboxServer = 'Cluster'; WindowsVersion = '2008'; Node = 'N1', 'N2'
                SurvivingNode = 'N2'; ExchangeNode = 'N1', 'N2'; WitnessServer = 'HUB1'; ConfirmOtherSiteDown = $true }
            foreach ($key in $With.Keys) { if ($null -eq $With[$key]) { $r.Remove($key) } else { $r[$key] = $With[$key] } }
            Export-ClusterRecoveryScript @r
        }
        """,
        """
        EXN501 Measure-QuorumVote DiskOnly 2 2 -WitnessUp
        EXN502 Measure-QuorumVote MajorityNodeSet 2 2 -WitnessUp
        EXN503 Measure-QuorumVote NodeMajority 3 1
        EXN504 Recover
        EXN505 Recover
        EXN506 Recover
        EXN507 Recover @{ WindowsVersion = '2003' }
        EXN508 Recover @{ Variant = 'FailBack'; WitnessServer = $null; ConfirmOtherSiteDown = $null }
        EXN521 Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ 443 = 'IIS' }
        EXN522 Export-AdminTunnelScript home.contoso.com CAS01
        EXN523 Export-AdminTunnelScript home.contoso.com CAS01 -DynamicAddress
        EXN524 Export-AdminTunnelScript home.contoso.com CAS01 -LocalPort 3389
        """);
}
