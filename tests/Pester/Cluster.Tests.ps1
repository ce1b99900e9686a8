Describe 'Cluster and tunnel commands' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $cluster = @{
            ClusterName = 'EXCluster'; ClusteredMailboxServer = 'Cluster'; WindowsVersion = '2008'
            Node = 'SHUD-EXCN1', 'SHUD-EXCN2'; SurvivingNode = 'SHUD-EXCN2'; ExchangeNode = 'SHUD-EXCN1', 'SHUD-EXCN2'
            WarningAction = 'SilentlyContinue'
        }
    }

    It 'counts the votes of a CCR that lost a node and the witness' {
        $vote = Measure-QuorumVote -Model NodeAndFileShareMajority -Node 2 -NodeUp 1
        $vote.Votes, $vote.VotesUp, $vote.VotesNeeded, $vote.HasQuorum | Should -Be 3, 1, 2, $false
    }

    It 'takes names piped into an array as well as numbers' {
        $nodes = 'N1', 'N2', 'N3' | ForEach-Object { $_ }
        (Measure-QuorumVote NodeMajority $nodes ($nodes | Select-Object -Skip 1)).HasQuorum | Should -BeTrue
    }

    It 'shows votes and steps as tables' {
        (Measure-QuorumVote NodeMajority 3 3 | Out-String -Width 200) | Should -Match 'Needed\s+Quorum\s+MayFail'
        (Export-ClusterRecoveryScript @cluster -Variant FailBack -AsStep | Out-String -Width 200) | Should -Match 'Number\s+RunOn\s+Shell\s+Command'
    }

    It 'writes nothing without the proof' {
        $text = Export-ClusterRecoveryScript @cluster -WitnessServer SHUD-EXC1 -ErrorVariable refused -ErrorAction SilentlyContinue
        $text | Should -BeNullOrEmpty
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'OtherSiteNotConfirmed,*'
    }

    It 'writes the recovery in its order' {
        $steps = @(Export-ClusterRecoveryScript @cluster -WitnessServer SHUD-EXC1 -ConfirmOtherSiteDown -AsStep)
        @($steps | ForEach-Object { $_.Number }) | Should -Be (1..$steps.Count)
        $steps[3].Command | Should -BeExactly 'net start clussvc /forcequorum'
        $steps[6].Command | Should -BeExactly 'Start-ClusteredMailboxServer -Identity Cluster'
    }

    It 'writes a file that holds the same text' {
        $file = Join-Path $TestDrive 'runbook.txt'
        Export-ClusterRecoveryScript @cluster -Variant FailBack -Path $file
        Get-Content -LiteralPath $file | Should -Be @(Export-ClusterRecoveryScript @cluster -Variant FailBack)
    }

    It 'writes the tunnel for both clients' {
        @(Export-AdminTunnelScript home.contoso.com CAS01 -AsStep)[0].Command | Should -BeExactly 'ssh -N -p 443 -L 3391:cas01:3389 home.contoso.com'
        @(Export-AdminTunnelScript home.contoso.com CAS01 -Client Plink -AsStep)[0].Command | Should -BeExactly 'plink -ssh -N -P 443 -L 3391:cas01:3389 home.contoso.com'
    }
}
